/** Gives keys to records that were there before keys were, or before they were made as now. */
import { createHash } from 'node:crypto'
import { readRows } from '../action/hold.ts'
import { write } from '../action/write.ts'
import type { Transaction } from '../db/transaction.ts'
import { raw, sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { House } from '../house.ts'
import { asProgram } from '../jobs/as-program.ts'
import { defineJob, type JobCall } from '../jobs/job.ts'
import { likenessVersion } from '../likeness/rule.ts'
import { sendKeys } from './flush-keys.ts'

/** Rows are held while their keys are made, so that nobody's change is lost. */
const batch = 500

export const indexKeysJob = defineJob({
  name: 'kernel.index-duplicate-keys',
  label: 'Keys of records for finding duplicates',
  every: '*/10 * * * *',
  atOnce: 1,
  async run(house, call) {
    for (const entity of house.registry.entities.values())
      if (entity.duplicates) await bringKeysUpToDate(house, call, entity)
  },
})

/** Asks once where nothing is to be done; broken off, it goes on where it was. */
export async function bringKeysUpToDate(
  house: House,
  { tenant, signal }: Pick<JobCall, 'tenant' | 'signal'>,
  entity: Entity,
): Promise<void> {
  const version = versionOf(entity)
  const [kept] = await house.database.read<{ last: string | null }>(
    tenant,
    sql`select last from duplicate_index
      where tenant = ${tenant} and entity = ${entity.name} and version = ${version}`,
  )
  let last: string | null = kept?.last ?? null
  let isThrough = kept !== undefined && last === null
  while (!isThrough) {
    signal.throwIfAborted()
    last = await write(house, asProgram(tenant), {}, async (unit) => {
      const behind = last === null ? sql`true` : sql`r.id > ${last}::uuid`
      const lock = !entity.appendOnly
      const order = raw(' order by r.id')
      const wish = { lock, order, limit: batch, withoutLines: true }
      const rows = await readRows(unit, entity, behind, wish)
      sendKeys(unit, entity, rows)
      const next = rows.length < batch ? null : (rows.at(-1)?.id ?? null)
      sendPlace(unit.tx, tenant, entity, version, next)
      return next
    })
    isThrough = last === null
  }
}

function versionOf({ duplicates }: Entity): string {
  const made = JSON.stringify([likenessVersion, duplicates])
  return createHash('sha256').update(made).digest('base64url').slice(0, 16)
}

function sendPlace(
  tx: Transaction,
  tenant: string,
  { name }: Entity,
  version: string,
  last: string | null,
): void {
  tx.send(
    sql`insert into duplicate_index (tenant, entity, version, last)
      values (${tenant}, ${name}, ${version}, ${last})
      on conflict (tenant, entity) do update
        set version = excluded.version, last = excluded.last`,
  )
}
