/** Changes as text for the other processes, never longer than the database lets through. */
import { manyOf, type Batch, type Change } from './feed.ts'

/** PostgreSQL takes payloads shorter than 8000 bytes. */
export const mostBytes = 7900

interface News {
  /** The process that tells. */
  from: string
  batches: Batch[]
}

/**
 * Everything in one text where it fits; else only the names of the entities, and if even those are
 * too many, one text for each company.
 */
export function payloadsOf(from: string, batches: readonly Batch[]): string[] {
  const whole = textOf(from, batches)
  if (whole !== null) return [whole]
  const named = batches.map((batch) => ({ ...batch, by: null, changes: entitiesOf(batch.changes) }))
  const short = textOf(from, named)
  if (short !== null) return [short]
  return named.flatMap((batch) => textOf(from, [batch]) ?? [])
}

function textOf(from: string, batches: readonly Batch[]): string | null {
  const news: News = { from, batches: [...batches] }
  const text = JSON.stringify(news)
  return Buffer.byteLength(text) <= mostBytes ? text : null
}

export function entitiesOf(changes: readonly Change[]): Change[] {
  return [...new Set(changes.map((change) => change.entity))].map(manyOf)
}

/** What another process told; null for what is none of ours. */
export function readPayload(text: string): News | null {
  try {
    const news = JSON.parse(text) as Partial<News> | null
    if (typeof news?.from !== 'string' || !Array.isArray(news.batches)) return null
    return { from: news.from, batches: news.batches }
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
