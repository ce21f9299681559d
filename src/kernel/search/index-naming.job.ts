/** Renews the search words of what is found by another record's name or people, after a change. */
import { readRows } from '../action/hold.ts'
import { heldKey, type Unit } from '../action/unit.ts'
import { write } from '../action/write.ts'
import { raw, sql } from '../db/sql.ts'
import { columnName } from '../entity/entity.ts'
import type { House } from '../house.ts'
import { asProgram } from '../jobs/as-program.ts'
import { defineJob, type JobCall } from '../jobs/job.ts'
import { entityOf, type Reference } from '../registry.ts'
import { indexPeople } from './index-people.ts'
import { foundThrough, indexNaming, noteRetitled } from './retitled.ts'

/** Rows are held while they are indexed, so that nobody's change is lost: not many at a time. */
const batch = 200

/** May be done twice: words are written only where they differ. */
export const indexNamingJob = defineJob({
  name: indexNaming,
  label: 'Search words of records whose names changed',
  async run(house, call) {
    const entity = entityOf(house.registry, String(call.payload.entity))
    const by = call.payload.by === 'people' ? 'people' : 'name'
    for (const reference of foundThrough(house.registry, entity, by)) {
      if (by === 'people') await indexPeople(house, call, entity, reference)
      else await indexAll(house, call, reference)
    }
  },
})

async function indexAll(house: House, call: JobCall, reference: Reference): Promise<void> {
  const caller = asProgram(call.tenant)
  const ids = call.payload.records as string[]
  let last: string | null = null
  while (!call.signal.aborted) {
    const done: string[] = await write(house, caller, {}, (unit) =>
      indexSome(unit, reference, ids, last),
    )
    if (done.length < batch) return
    last = done.at(-1) ?? null
  }
}

/** @returns ids of the rows that were indexed, in their order */
async function indexSome(
  unit: Unit,
  { entity, field }: Reference,
  ids: readonly string[],
  last: string | null,
): Promise<string[]> {
  const naming = sql`r.${raw(`"${columnName(field)}"`)} = any(${ids}::uuid[])`
  const behind = last === null ? raw('') : sql` and r.id > ${last}::uuid`
  const rows = await readRows(unit, entity, sql`${naming}${behind}`, {
    lock: !entity.appendOnly,
    order: raw(' order by r.id'),
    limit: batch,
    withoutLines: true,
  })
  for (const row of rows) {
    unit.held.set(heldKey(entity, row.id), row)
    unit.toIndex.set(heldKey(entity, row.id), { entity, id: row.id })
    if (entity.title === field) noteRetitled(unit, entity, row.id)
  }
  return rows.map(({ id }) => id)
}
