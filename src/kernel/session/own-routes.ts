/** HTTP: what people keep in order for themselves: password, authenticator, preferences, keys. */
import type { FastifyInstance } from 'fastify'
import { fail } from '../base/fail.ts'
import { isId } from '../field/check.ts'
import { f } from '../field/f.ts'
import { refuseInPractice } from '../practice/practice.ts'
import { deleteApiKey, listApiKeys, makeApiKey } from './api-keys.ts'
import { confirmAuthenticator, offerAuthenticator } from './authenticator.ts'
import { readBody, secretField } from './body.ts'
import { visitOf, type Door } from './door.ts'
import { favouritesGiven, keepFavourites } from './favourites.ts'
import { signedIn } from './identify.ts'
import { changePassword, dropAuthenticator } from './own-password.ts'
import { keepHome, tilesGiven } from './own-home.ts'
import { keepReport, reportGiven } from './own-reports.ts'
import { choosePreferences, readProfile } from './preferences.ts'

const passwordChange = { current: secretField, next: secretField }
const codeGiven = { code: f.text({ required: true, maxLength: 20 }) }
const passwordGiven = { password: secretField }
const preferencesGiven = {
  locale: f.choice(['en', 'zh-Hant', 'zh-Hans']),
  theme: f.choice(['system', 'light', 'dark']),
  density: f.choice(['compact', 'comfortable']),
  tour: f.choice(['seen']),
}
const keyGiven = {
  name: f.text({ required: true, maxLength: 100 }),
  scopes: f.tags({ required: true }),
  expiresOn: f.date(),
}

export function registerOwnRoutes(app: FastifyInstance, door: Door): void {
  const { house } = door

  app.post('/api/session/password', async (request) => {
    const one = await signedIn(house, request)
    const given = readBody(request, passwordChange, house.now())
    const profile = await readProfile(house, one.session)
    await changePassword(door, one, profile, given, visitOf(house, request))
    return { ok: true }
  })

  app.patch('/api/session/preferences', async (request) => {
    const one = await signedIn(house, request)
    await choosePreferences(house, one, readBody(request, preferencesGiven, house.now()))
    return (await readProfile(house, one.session)).preferences
  })

  app.patch('/api/session/favourites', async (request) => {
    const { session } = await signedIn(house, request)
    const { favourites } = readBody(request, favouritesGiven, house.now())
    // Lines that are not given read as none; here they stay as they were.
    if ('favourites' in Object(request.body)) await keepFavourites(house, session, favourites)
    return { favourites: (await readProfile(house, session)).favourites }
  })

  app.patch('/api/session/reports', async (request) => {
    const { session } = await signedIn(house, request)
    const given = readBody(request, reportGiven, house.now())
    await keepReport(house, session, (await readProfile(house, session)).reports, given)
    return { reports: (await readProfile(house, session)).reports }
  })

  app.patch('/api/session/home', async (request) => {
    const { session } = await signedIn(house, request)
    const { tiles } = readBody(request, tilesGiven, house.now())
    if ('tiles' in Object(request.body)) await keepHome(house, session, tiles)
    return { tiles: (await readProfile(house, session)).tiles }
  })

  registerAuthenticatorRoutes(app, door)
  registerKeyRoutes(app, door)
}

function registerAuthenticatorRoutes(app: FastifyInstance, door: Door): void {
  const { house } = door

  app.post('/api/session/totp', async (request) => {
    const { session } = await signedIn(house, request)
    readBody(request, {}, house.now())
    return offerAuthenticator(door, session, (await readProfile(house, session)).email)
  })

  app.post('/api/session/totp/confirm', async (request) => {
    const { session } = await signedIn(house, request)
    const { code } = readBody(request, codeGiven, house.now())
    await confirmAuthenticator(door, session, code, visitOf(house, request))
    return { ok: true }
  })

  app.delete('/api/session/totp', async (request) => {
    const one = await signedIn(house, request)
    const { password } = readBody(request, passwordGiven, house.now())
    await dropAuthenticator(door, one, password, visitOf(house, request))
    return { ok: true }
  })
}

function registerKeyRoutes(app: FastifyInstance, { house }: Door): void {
  app.get('/api/api-key', async (request) => {
    const { session } = await signedIn(house, request)
    return { keys: await listApiKeys(house, session) }
  })

  app.post('/api/api-key', async (request, reply) => {
    const { session } = await signedIn(house, request)
    await refuseInPractice(house, session.tenant)
    const wish = readBody(request, keyGiven, house.now())
    const key = await makeApiKey(house, session, wish, visitOf(house, request))
    reply.code(201)
    return { key }
  })

  app.delete('/api/api-key/:id', async (request) => {
    const { session } = await signedIn(house, request)
    readBody(request, {}, house.now())
    const { id } = request.params as { id: string }
    const gone = isId(id) && (await deleteApiKey(house, session, id, visitOf(house, request)))
    if (!gone) fail('session.not-found', {}, { status: 404 })
    return { ok: true }
  })
}
