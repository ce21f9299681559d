/** The one way the browser talks to the server: JSON, refusals as problems, safe retries. */
import type { Problem } from '#kernel/http/wire.ts'
import { addressOf, type ApiQuery } from './address.ts'
import { isOutOfReach, tellAsOf } from './as-of.ts'
import { takeEarly } from './early.ts'
import { newKey } from './key.ts'
import { forgetKept, keepAnswer, keptAnswer, keptOwner } from './kept-answers.ts'
import type { WriteRequest } from './write-intent.ts'
import { isNetworkProblem, networkProblem, offlineProblem, readProblem } from './problem.ts'

export { addressOf, type ApiQuery } from './address.ts'
export { ApiProblem } from './problem.ts'

export interface WriteChoice {
  /** Same key, same intent: a repeated write is done once. Made per call unless given. */
  idempotencyKey?: string
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

const pauses = [400, 1200, 3000]
let signedOut: () => void = () => {}
let shownCompany: string | null = null

/** From now on the server refuses what this page asks for another company: one moved meanwhile. */
export function showCompany(id: string): void {
  shownCompany = id
}

/** Tells what to do when the server no longer knows who is asking. */
export function onSignedOut(act: () => void): void {
  signedOut = act
}

/** As whom something that waited is sent; the server refuses it from anybody else. */
export interface Sender {
  company: string
  person: string
}

function headersOf({ company, person }: Sender): Record<string, string> {
  return { 'x-shangmai-company': company, 'x-shangmai-person': person }
}

function requestOf(
  method: Method,
  body: unknown,
  key: string | undefined,
  sender?: Sender,
): RequestInit {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': document.documentElement.lang,
  }
  if (method !== 'GET') headers['x-shangmai'] = '1'
  if (key) headers['idempotency-key'] = key
  if (shownCompany !== null) headers['x-shangmai-company'] = shownCompany
  if (sender) Object.assign(headers, headersOf(sender))
  const request: RequestInit = { method, headers, credentials: 'same-origin' }
  if (body instanceof FormData) return { ...request, body }
  if (body === undefined) return request
  headers['content-type'] = 'application/json'
  return { ...request, body: JSON.stringify(body) }
}

/** On a network failure asks again with the same key, so nothing is done twice. */
async function reach(
  address: string,
  request: RequestInit,
  waits: readonly number[],
): Promise<Response> {
  for (const pause of waits) {
    try {
      return await fetch(address, request)
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  try {
    return await fetch(address, request)
  } catch (cause) {
    throw navigator.onLine && !isOutOfReach() ? networkProblem(cause) : offlineProblem(cause)
  }
}

/** Where it is known that nothing can be reached, nobody waits for it. */
function pausesNow(): readonly number[] {
  return navigator.onLine && !isOutOfReach() ? pauses : []
}

/** What was read before is read again where the server is out of reach. */
async function read<T>(address: string): Promise<T> {
  const asker = keptOwner()
  try {
    return await readNow<T>(address, asker, [])
  } catch (error) {
    if (!isNetworkProblem(error)) throw error
    const kept = await keptAnswer(address)
    if (!kept) return readNow(address, asker, pausesNow())
    tellAsOf(kept.at)
    return kept.answer as T
  }
}

async function readNow<T>(
  address: string,
  asker: string | null,
  waits: readonly number[],
): Promise<T> {
  const answer = await ask<T>('GET', address, { waits, early: takeEarly(address) })
  tellAsOf(null)
  void keepAnswer(address, answer, asker)
  return answer
}

/** Whoever comes or goes takes along what was kept. */
function isComingOrGoing(method: Method, address: string): boolean {
  return method !== 'GET' && /^\/api\/(?:session|setup|invitation\/[^/]+)$/u.test(address)
}

interface Asking {
  body?: unknown
  key?: string
  waits?: readonly number[]
  sender?: Sender
  /** The answer to this very request, where it is on its way already. */
  early?: Promise<Response> | undefined
}

async function ask<T>(
  method: Method,
  address: string,
  { body, key, waits = pausesNow(), sender, early }: Asking,
): Promise<T> {
  if (isComingOrGoing(method, address)) await forgetKept()
  const late = () => reach(address, requestOf(method, body, key, sender), waits)
  const answer = await (early?.catch(late) ?? late())
  if (answer.ok) return (answer.status === 204 ? undefined : await answer.json()) as T
  const problem = await readProblem(answer)
  if (problem.problem.status === 401) await forgetKept()
  if (isSignedOut(address, problem.problem)) signedOut()
  throw problem
}

function isSignedOut(address: string, problem: Problem): boolean {
  return problem.status === 401 && !address.startsWith('/api/session')
}

/** Whether the server answers, and to this person. */
export async function reachAs(sender: Sender): Promise<boolean> {
  const headers = { accept: 'application/json', ...headersOf(sender) }
  try {
    return (await fetch('/api/session', { headers, credentials: 'same-origin' })).ok
  } catch {
    return false
  }
}

/** Sends what has waited, once and without trying again. */
export function sendAs<T>(write: WriteRequest, key: string, sender: Sender): Promise<T> {
  const { method, path, body } = write
  const verb = method.toUpperCase() as Method
  return ask<T>(verb, path, { body, key, sender, waits: [] })
}

export const api = {
  get<T>(path: string, query?: ApiQuery): Promise<T> {
    return read<T>(addressOf(path, query))
  },
  post<T>(path: string, body?: unknown, choice: WriteChoice = {}): Promise<T> {
    return ask<T>('POST', path, { body: body ?? {}, key: choice.idempotencyKey ?? newKey() })
  },
  patch<T>(path: string, body?: unknown, choice: WriteChoice = {}): Promise<T> {
    return ask<T>('PATCH', path, { body: body ?? {}, key: choice.idempotencyKey ?? newKey() })
  },
  delete<T>(path: string, body?: unknown, choice: WriteChoice = {}): Promise<T> {
    return ask<T>('DELETE', path, { body: body, key: choice.idempotencyKey ?? newKey() })
  },
}
