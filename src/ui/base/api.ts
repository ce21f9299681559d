/** The one way the browser talks to the server: JSON, refusals as problems, safe retries. */
import type { Problem } from '#kernel/http/wire.ts'
import { addressOf, type ApiQuery } from './address.ts'
import { newKey } from './key.ts'
import { networkProblem, readProblem } from './problem.ts'

export { addressOf, type ApiQuery } from './address.ts'
export { ApiProblem } from './problem.ts'

export interface WriteChoice {
  /** Same key, same intent: a repeated write is done once. Made per call unless given. */
  idempotencyKey?: string
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

const pauses = [400, 1200, 3000]
let signedOut: () => void = () => {}

/** Tells what to do when the server no longer knows who is asking. */
export function onSignedOut(act: () => void): void {
  signedOut = act
}

function requestOf(method: Method, body: unknown, key: string | undefined): RequestInit {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': document.documentElement.lang,
  }
  if (method !== 'GET') headers['x-shangmai'] = '1'
  if (key) headers['idempotency-key'] = key
  const request: RequestInit = { method, headers, credentials: 'same-origin' }
  if (body instanceof FormData) return { ...request, body }
  if (body === undefined) return request
  headers['content-type'] = 'application/json'
  return { ...request, body: JSON.stringify(body) }
}

/** Asks once; on a network failure again with the same key, so nothing is done twice. */
async function reach(address: string, request: RequestInit): Promise<Response> {
  for (const pause of pauses) {
    try {
      return await fetch(address, request)
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  try {
    return await fetch(address, request)
  } catch (cause) {
    throw networkProblem(cause)
  }
}

async function ask<T>(method: Method, address: string, body?: unknown, key?: string): Promise<T> {
  const answer = await reach(address, requestOf(method, body, key))
  if (answer.ok) return (answer.status === 204 ? undefined : await answer.json()) as T
  const problem = await readProblem(answer)
  if (isSignedOut(address, problem.problem)) signedOut()
  throw problem
}

function isSignedOut(address: string, problem: Problem): boolean {
  return problem.status === 401 && !address.startsWith('/api/session')
}

export const api = {
  get<T>(path: string, query?: ApiQuery): Promise<T> {
    return ask<T>('GET', addressOf(path, query))
  },
  post<T>(path: string, body?: unknown, choice: WriteChoice = {}): Promise<T> {
    return ask<T>('POST', path, body ?? {}, choice.idempotencyKey ?? newKey())
  },
  patch<T>(path: string, body?: unknown, choice: WriteChoice = {}): Promise<T> {
    return ask<T>('PATCH', path, body ?? {}, choice.idempotencyKey ?? newKey())
  },
  delete<T>(path: string, body?: unknown, choice: WriteChoice = {}): Promise<T> {
    return ask<T>('DELETE', path, body, choice.idempotencyKey ?? newKey())
  },
}
