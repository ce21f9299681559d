/** Each night: uploads that no record came to name go, and bytes that nobody refers to. */
import { join, name, raw, sql, type Sql } from '../db/sql.ts'
import { columnName } from '../entity/entity.ts'
import type { House } from '../house.ts'
import { defineJob, type JobCall } from '../jobs/job.ts'
import type { Registry } from '../registry.ts'
import { fileFields } from './attach-files.ts'

const dayMs = 24 * 60 * 60 * 1000
const batch = 500

export const sweepFiles = defineJob({
  name: 'kernel.sweep-files',
  label: 'Removing files that no record has',
  every: '40 3 * * *',
  async run(house, call) {
    const before = new Date(call.now.getTime() - dayMs)
    await removeUnattached(house, call, before)
    const companies = await allCompanies(house)
    // The bytes of all companies lie together: the eldest company sweeps for the house.
    if (companies[0] === call.tenant)
      await house.files.sweep(before, (hashes) => wanted(house, companies, hashes))
  },
})

async function removeUnattached(
  house: House,
  { tenant, signal }: JobCall,
  before: Date,
): Promise<void> {
  const unnamed = unnamedSql(house.registry)
  const old = sql`select f.id from file f
    where f.tenant = ${tenant} and f.record is null and f.created_at < ${before}${unnamed}
    limit ${raw(String(batch))}`
  for (let removed = batch; removed >= batch && !signal.aborted;) {
    removed = await house.database.transaction(tenant, async (tx) => {
      const gone = await tx.query<{ id: string }>(
        sql`delete from file where tenant = ${tenant} and id in (${old}) returning id`,
      )
      const ids = gone.map((row) => row.id)
      tx.send(
        sql`delete from search_doc
          where tenant = ${tenant} and entity = 'file' and record = any(${ids}::uuid[])`,
      )
      return gone.length
    })
  }
}

/** A file that some record names stays, even where it was never written down as belonging to it. */
function unnamedSql(registry: Registry): Sql {
  const checks = [...registry.entities.values()].flatMap((entity) =>
    fileFields(entity).map(
      (field) =>
        sql` and not exists (select 1 from ${name(entity.table)} n
          where n.tenant = f.tenant and n.${name(columnName(field))} = f.id)`,
    ),
  )
  return join(checks, '')
}

async function allCompanies(house: House): Promise<string[]> {
  const rows = await house.database.control<{ tenant: string }>(
    sql`select tenant from company order by created_at, tenant`,
  )
  return rows.map((row) => row.tenant)
}

async function wanted(
  house: House,
  companies: readonly string[],
  hashes: string[],
): Promise<Set<string>> {
  const found = new Set<string>()
  for (const tenant of companies) {
    const rows = await house.database.read<{ hash: string }>(
      tenant,
      sql`select hash from file where tenant = ${tenant} and hash = any(${hashes}::text[])
        union
        select path from import_run where tenant = ${tenant} and path = any(${hashes}::text[])`,
    )
    for (const { hash } of rows) found.add(hash)
  }
  return found
}
