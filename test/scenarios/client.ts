/** A program that uses the API: every write has a key, and is repeated until it is answered. */
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'

export class Refused extends Error {
  readonly status: number
  readonly problem: Record<string, unknown>
  constructor(status: number, problem: Record<string, unknown>, what: string) {
    super(`${what}: ${status} ${JSON.stringify(problem)}`)
    this.status = status
    this.problem = problem
  }
}

export interface Client {
  get<T>(path: string): Promise<T>
  text(path: string): Promise<string>
  /** Sends a write until it is acknowledged or refused; the key keeps it from happening twice. */
  post<T>(path: string, body?: unknown, key?: string): Promise<T>
  patch<T>(path: string, body: unknown): Promise<T>
  upload<T>(
    path: string,
    fields: Record<string, string>,
    file: { name: string; bytes: Uint8Array },
  ): Promise<T>
}

const longestTries = 400

/** Makes the company of an empty product; the first administrator is signed in. */
export async function setUp(url: string, company: Record<string, string>): Promise<Client> {
  const answer = await send(url, 'POST', '/api/setup', JSON.stringify(company), {})
  return openClient(url, cookieOf(answer))
}

/** Signs in as somebody of a company that is there. */
export async function signIn(url: string, email: string, password: string): Promise<Client> {
  const answer = await send(url, 'POST', '/api/session', JSON.stringify({ email, password }), {})
  return openClient(url, cookieOf(answer))
}

function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

function openClient(url: string, cookie: string): Client {
  const ask = async <T>(
    method: string,
    path: string,
    body?: BodyInit,
    headers: Record<string, string> = {},
  ) => {
    const answer = await send(url, method, path, body, { cookie, ...headers })
    return (await answer.json()) as T
  }
  const write = <T>(method: string, path: string, body: unknown, key: string) =>
    ask<T>(method, path, JSON.stringify(body), { 'idempotency-key': key })
  return {
    get: (path) => ask('GET', path),
    text: async (path) => (await send(url, 'GET', path, undefined, { cookie })).text(),
    post: (path, body = {}, key = randomUUID()) => write('POST', path, body, key),
    patch: (path, body) => write('PATCH', path, body, randomUUID()),
    upload: (path, fields, file) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      form.append('file', new Blob([Uint8Array.from(file.bytes)]), file.name)
      return ask('POST', path, form)
    },
  }
}

/** Repeats when the line is cut or the house is busy; a refusal is an answer. */
async function send(
  url: string,
  method: string,
  path: string,
  body: BodyInit | undefined,
  headers: Record<string, string>,
): Promise<Response> {
  const isJson = typeof body === 'string'
  const all = {
    'x-shangmai': '1',
    ...(isJson ? { 'content-type': 'application/json' } : {}),
    ...headers,
  }
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch(url + path, {
      method,
      headers: all,
      ...(body === undefined ? {} : { body }),
    }).catch(() => null)
    if (answer?.ok) return answer
    const busy = answer === null || answer.status >= 500
    if (!busy || attempt > longestTries) {
      const problem = answer
        ? ((await answer.json()) as Record<string, unknown>)
        : { rule: 'no answer' }
      throw new Refused(answer?.status ?? 0, problem, `${method} ${path}`)
    }
    await delay(100)
  }
}
