/** Tells whether anything in the database has become different. */
import { expect } from 'vitest'
import type { Product } from './product.ts'

/** What changes by being looked at, and what belongs to the queue. */
const restless = ['session', 'api_key']

/** Table → checksum over all its rows, as the owner sees them. */
export async function fingerprint({ asOwner }: Product): Promise<Record<string, string>> {
  const tables = await asOwner<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const parts = tables
    .filter(({ name }) => !restless.includes(name))
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ' ' ||
          coalesce(md5(string_agg(md5(t::text), '' order by t::text)), '') as sum from "${name}" t`,
    )
  const rows = await asOwner<{ name: string; sum: string }>(parts.join(' union all '))
  return Object.fromEntries(rows.map((row) => [row.name, row.sum]))
}

/** Does something and expects that nothing has changed by it. */
export async function changesNothing(product: Product, work: () => Promise<void>): Promise<void> {
  const before = await fingerprint(product)
  await work()
  expect(await fingerprint(product)).toEqual(before)
}
