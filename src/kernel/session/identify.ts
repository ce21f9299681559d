/** Finds out who asks: the browser's cookie, or the API key of a program. */
import type { FastifyRequest } from 'fastify'
import { administrator } from '../access/person.ts'
import type { Caller } from '../action/caller.ts'
import { fail } from '../base/fail.ts'
import type { House } from '../house.ts'
import { findApiKey } from './api-keys.ts'
import { cookieIn, tokenIn } from './cookie.ts'
import { isWrite, refuseForgery } from './forgery.ts'
import { knownPerson } from './people.ts'
import { findSession, type Session } from './sessions.ts'

/**
 * Asked on every request; what it answers may no longer hold at the next one.
 * @returns null for nobody we know
 * @throws {Refusal} `session.csrf` (403) for a write by cookie that may come from another site
 */
export async function identify(house: House, request: FastifyRequest): Promise<Caller | null> {
  const key = keyIn(request)
  if (key !== null) return callerByKey(house, request, key)
  return (await bySession(house, request))?.caller ?? null
}

export interface SignedInCaller {
  caller: Caller
  session: Session
}

/**
 * For what only a person does who signed in with the password: passwords, sessions, keys.
 * @throws {Refusal} `session.needed` (401), `session.not-by-key` (403)
 */
export async function signedIn(house: House, request: FastifyRequest): Promise<SignedInCaller> {
  if (keyIn(request) !== null) fail('session.not-by-key', {}, { status: 403 })
  return (await bySession(house, request)) ?? fail('session.needed', {}, { status: 401 })
}

/** Another kind of authorization (a proxy's) is not ours to judge. */
function keyIn(request: FastifyRequest): string | null {
  return /^Bearer\s+(sk_.*)$/iu.exec(request.headers.authorization ?? '')?.[1] ?? null
}

async function bySession(house: House, request: FastifyRequest): Promise<SignedInCaller | null> {
  if (isWrite(request) && cookieIn(request) !== null) refuseForgery(request)
  const token = tokenIn(request)
  const session = token === null ? null : await findSession(house, token)
  if (!session || !(await mayBeThere(house, session))) return null
  const person = await knownPerson(house, session.tenant, session.user)
  if (!person) return null
  refuseMoved(request, session)
  const requestId = request.id
  return { caller: { tenant: session.tenant, person, via: 'web', requestId }, session }
}

/** In a practice company is only who still is an administrator of the real one. */
async function mayBeThere(house: House, { tenant, home }: Session): Promise<boolean> {
  const { practiceOf } = await house.companies.of(tenant)
  if (practiceOf === null) return true
  const person = home && (await knownPerson(house, home.tenant, home.user))
  return home?.tenant === practiceOf && person?.roles.includes(administrator) === true
}

/**
 * A page that still shows one company must not write into the other; what one person left waiting
 * in the browser must not be sent in the name of the next.
 */
function refuseMoved({ headers }: FastifyRequest, { tenant, user }: Session): void {
  const shown = headers['x-shangmai-company']
  if (shown !== undefined && shown !== tenant) fail('session.moved', {}, { status: 409 })
  const sender = headers['x-shangmai-person']
  if (sender !== undefined && sender !== user) fail('session.other-person', {}, { status: 409 })
}

async function callerByKey(
  house: House,
  request: FastifyRequest,
  text: string,
): Promise<Caller | null> {
  const key = await findApiKey(house, text)
  const person = key && (await knownPerson(house, key.tenant, key.user))
  if (!key || !person) return null
  const requestId = request.id
  return { tenant: key.tenant, person: { ...person, scopes: key.scopes }, via: 'api', requestId }
}
