/** A record changed hands: what is seen with it is found by its people, its other words stay. */
import { asProgram } from '../jobs/as-program.ts'
import type { JobCall } from '../jobs/job.ts'
import { ownEntity, type Unit } from '../action/unit.ts'
import { write } from '../action/write.ts'
import { name, raw, sql } from '../db/sql.ts'
import { columnName, type Entity } from '../entity/entity.ts'
import type { House } from '../house.ts'
import type { Reference } from '../registry.ts'
import { peopleFields, personMark, personWords, whose } from './owner-words.ts'
import { peopleOf } from './parents.ts'

const batch = 500

/** The words of a document are many and dear to find again: only those of the people change. */
export async function indexPeople(
  house: House,
  call: JobCall,
  parent: Entity,
  reference: Reference,
): Promise<void> {
  const ids = call.payload.records as string[]
  let last: string | null = null
  while (!call.signal.aborted) {
    const done: string[] = await write(house, asProgram(call.tenant), {}, (unit) =>
      tellSome(unit, ownEntity(unit, parent), reference, ids, last),
    )
    if (done.length < batch) return
    last = done.at(-1) ?? null
  }
}

/** @returns ids of the rows whose documents were told, in their order */
async function tellSome(
  unit: Unit,
  parent: Entity,
  { entity, field }: Reference,
  ids: readonly string[],
  last: string | null,
): Promise<string[]> {
  const { tenant } = unit.sight.reader
  const parents = (await peopleOf(unit, parent, ids)).map((row) => ({
    id: row.id,
    words: personWords(parent, row).join(' '),
    whose: whose(parent, row),
  }))
  const own = peopleFields(ownEntity(unit, entity)).length > 0
  const behind = last === null ? raw('') : sql` and r.id > ${last}::uuid`
  const rows = await unit.tx.query<{ id: string }>(
    sql`with part as (
        select r.id, p.words, p.whose from ${name(entity.table)} r
          join jsonb_to_recordset(${JSON.stringify(parents)}::jsonb)
            as p(id uuid, words text, whose uuid) on p.id = r.${name(columnName(field))}
        where r.tenant = ${tenant} and r.${name(columnName(field))} = any(${ids}::uuid[])${behind}
        order by r.id limit ${batch}),
      told as (
        update search_doc d
        set words = ts_delete(d.words, array(select u.lexeme from unnest(d.words) u
              where starts_with(u.lexeme, ${personMark(parent)}))) || part.words::tsvector,
          whose = case when ${own} then d.whose else part.whose end
        from part
        where d.tenant = ${tenant} and d.entity = ${entity.name} and d.record = part.id)
      select id from part order by id`,
  )
  return rows.map(({ id }) => id)
}
