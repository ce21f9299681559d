/** HTTP: signing in and out, and the list of places where one is signed in. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { fail } from '../base/fail.ts'
import { isId } from '../field/check.ts'
import { f } from '../field/f.ts'
import { readBody, secretField } from './body.ts'
import { takeCookie, tokenIn } from './cookie.ts'
import { letIn, visitOf, type Door } from './door.ts'
import { identify, signedIn } from './identify.ts'
import { readProfile } from './preferences.ts'
import { endSession, findSession, listSessions } from './sessions.ts'
import { signIn } from './sign-in.ts'

const knock = {
  email: f.text({ required: true }),
  password: secretField,
  code: f.text({ maxLength: 20 }),
  company: f.text({ maxLength: 36 }),
}

export function registerSignInRoutes(app: FastifyInstance, door: Door): void {
  const { house } = door
  app.post('/api/session', (request, reply) => enter(door, request, reply))
  app.delete('/api/session', (request, reply) => leave(door, request, reply))

  app.get('/api/session', async (request) => {
    const caller = await identify(house, request)
    const user = caller?.person.id
    if (!caller || !user) fail('session.needed', {}, { status: 401 })
    const { name, email, ...more } = await readProfile(house, { tenant: caller.tenant, user })
    return { user: { id: user, name, email }, ...more }
  })

  app.get('/api/session/all', async (request) => {
    const { session } = await signedIn(house, request)
    return { sessions: await listSessions(house, session) }
  })

  app.delete('/api/session/:id', async (request, reply) => {
    const { session } = await signedIn(house, request)
    readBody(request, {}, house.now())
    const { id } = request.params as { id: string }
    const visit = visitOf(house, request)
    const ended = isId(id) && (await endSession(house, session, id, visit, 'session-ended'))
    if (!ended) fail('session.not-found', {}, { status: 404 })
    if (id === session.id) clear(door, request, reply)
    return { ok: true }
  })
}

async function enter(door: Door, request: FastifyRequest, reply: FastifyReply) {
  const { company, ...given } = readBody(request, knock, door.house.now())
  const wish = { ...given, company: company === null ? null : companyId(company) }
  const outcome = await signIn(door, wish, visitOf(door.house, request), tokenIn(request))
  if (outcome.is === 'needs-code') return { needsCode: true }
  if (outcome.is === 'needs-company') return { needsCompany: outcome.companies }
  return letIn(door, request, reply, outcome.token)
}

function companyId(text: string): string {
  if (!isId(text)) fail('field.not-an-id', {}, { field: 'company' })
  return text
}

/** Whoever is signed out already gets the same answer. */
async function leave(door: Door, request: FastifyRequest, reply: FastifyReply) {
  const { house } = door
  const token = tokenIn(request)
  const session = token === null ? null : await findSession(house, token)
  if (session) await endSession(house, session, session.id, visitOf(house, request), 'sign-out')
  clear(door, request, reply)
  return { ok: true }
}

function clear(door: Door, request: FastifyRequest, reply: FastifyReply): void {
  takeCookie(reply, door.options.secureCookie || request.protocol === 'https')
}
