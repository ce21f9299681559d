/** Takes the indexes off big tables while they are filled, and puts the same ones back. */
import type { Client } from 'pg'

export interface Index {
  name: string
  definition: string
}

/** Indexes that no constraint needs; they are dropped. */
export async function takeIndexes(client: Client, tables: readonly string[]): Promise<Index[]> {
  const found = await client.query<Index>(
    `select i.indexname as name, i.indexdef as definition from pg_indexes i
     where i.schemaname = 'public' and i.tablename = any($1)
       and not exists (select from pg_constraint c where c.conname = i.indexname)`,
    [tables],
  )
  for (const { name } of found.rows) await client.query(`drop index "${name}"`)
  return found.rows
}

/** Several connections build at once: one index keeps one core busy. */
export async function putIndexesBack(
  clients: readonly Client[],
  indexes: readonly Index[],
): Promise<void> {
  // The index of search words takes longest, so it begins first.
  const waiting = [...indexes].sort((one, other) => weight(other) - weight(one))
  const build = async (client: Client) => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      await client.query(next.definition)
  }
  await Promise.all(clients.map(build))
}

function weight({ definition }: Index): number {
  return definition.includes('using gin') || definition.includes('USING gin') ? 1 : 0
}
