/** Requests over connections that stay open; an answer that is not as expected is an error. */
import { Pool } from 'undici'

export interface Http {
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: unknown): Promise<T>
  /** A file and fields as a form. */
  upload<T>(path: string, form: FormData): Promise<T>
  close(): Promise<void>
}

const mostConnections = 16

/** @param key API key; null for a server that asks for none */
export function openHttp(origin: string, key: string | null): Http {
  const pool = new Pool(origin, { connections: mostConnections, pipelining: 1 })
  const bearer: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` }
  const ask = async <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> => {
    const answer = await pool.request({
      method,
      path,
      headers: body === undefined ? bearer : { ...bearer, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    })
    const text = await answer.body.text()
    if (answer.statusCode >= 300)
      throw new Error(`${method} ${path} → ${answer.statusCode} ${text}`)
    return JSON.parse(text) as T
  }
  return {
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
    async upload<T>(path: string, form: FormData): Promise<T> {
      const answer = await fetch(`${origin}${path}`, {
        method: 'POST',
        headers: bearer,
        body: form,
      })
      if (!answer.ok) throw new Error(`${path} → ${answer.status} ${await answer.text()}`)
      return (await answer.json()) as T
    },
    close: () => pool.close(),
  }
}

/** @throws when the answer is not what was expected */
export function expect(holds: boolean, what: string): void {
  if (!holds) throw new Error(`Wrong answer: ${what}`)
}
