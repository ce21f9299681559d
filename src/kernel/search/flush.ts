/** Writes the words by which changed records are found, in the transaction of the change. */
import { inParts } from '../base/breathe.ts'
import { readRows } from '../action/hold.ts'
import { heldKey, type StoredRow, type Unit } from '../action/unit.ts'
import { join, name, raw, sql, type Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import { titleSql } from '../query/select.ts'
import { learnParents, type Changed } from './parents.ts'
import { searchDoc, searchedFields, type SearchDoc } from './search-doc.ts'

/** The database writes some documents while the words of the next are found. */
const together = 100

export async function flushSearch(unit: Unit): Promise<void> {
  const changed = await changedRows(unit)
  await learnTitles(unit, changed)
  const parents = await learnParents(unit, changed)
  const { tenant } = unit.sight.reader
  for await (const some of inParts(changed, together)) {
    const docs = some.map(({ entity, row }) =>
      searchDoc(tenant, entity, row, titlesOf(unit, entity, row), {
        seenWith: parents.of(entity, row),
      }),
    )
    sendDocs(unit, docs)
  }
}

/** Rows that the unit has let go (a part of it was taken back) are read again. */
async function changedRows(unit: Unit): Promise<Changed[]> {
  const wanted = [...unit.toIndex.values()].filter(
    ({ entity }) => searchedFields(entity).length > 0,
  )
  unit.toIndex.clear()
  const changed: Changed[] = []
  for (const [entity, records] of Map.groupBy(wanted, (one) => one.entity)) {
    const held = records.map(({ id }) => unit.held.get(heldKey(entity, id)))
    const letGo = records.filter((_, index) => held[index] === undefined).map(({ id }) => id)
    const rows = letGo.length > 0 ? await rowsOf(unit, entity, letGo) : []
    for (const row of [...held, ...rows]) if (row) changed.push({ entity, row })
  }
  return changed
}

function rowsOf(unit: Unit, entity: Entity, ids: string[]): Promise<StoredRow[]> {
  return readRows(unit, entity, sql`r.id = any(${ids}::uuid[])`, { withoutLines: true })
}

function sendDocs(unit: Unit, docs: SearchDoc[]): void {
  if (docs.length === 0) return
  unit.tx.send(
    sql`insert into search_doc (tenant, entity, record, title, subtitle, words, whose)
      select ${unit.sight.reader.tenant}::uuid, d.entity, d.record, d.title, d.subtitle,
        d.words::tsvector, d.whose
      from jsonb_to_recordset(${JSON.stringify(docs)}::jsonb)
        as d(entity text, record uuid, title text, subtitle text, words text, whose uuid)
      on conflict (tenant, entity, record) do update
        set title = excluded.title, subtitle = excluded.subtitle, words = excluded.words,
          whose = excluded.whose
      where search_doc.words <> excluded.words or search_doc.title <> excluded.title
        or search_doc.subtitle <> excluded.subtitle
        or search_doc.whose is distinct from excluded.whose`,
  )
}

/** Reads names of referenced records, e.g. of an order's customer, that the unit does not know. */
async function learnTitles(unit: Unit, changed: readonly Changed[]): Promise<void> {
  const wanted = new Map<Entity, Set<string>>()
  for (const { entity, row } of changed) {
    for (const { target, id } of pointersOf(unit, entity, row)) {
      if (knownTitle(unit, target, id) !== null) continue
      wanted.set(target, (wanted.get(target) ?? new Set()).add(id))
    }
  }
  if (wanted.size === 0) return
  const parts = [...wanted].map(([target, ids]) => titlesSql(unit, target, [...ids]))
  const rows = await unit.tx.query<{ entity: string; id: string; title: string | null }>(
    join(parts, ' union all '),
  )
  for (const { entity, id, title } of rows) unit.titles.set(`${entity} ${id}`, title ?? '')
}

function titlesSql(unit: Unit, target: Entity, ids: string[]): Sql {
  const title = titleSql(unit.house.registry, target, 'x')
  const columns = raw(`'${target.name}' as entity, x.id, ${title} as title`)
  return sql`select ${columns} from ${name(target.table)} x
    where x.tenant = ${unit.sight.reader.tenant} and x.id = any(${ids}::uuid[])`
}

function titlesOf(unit: Unit, entity: Entity, row: StoredRow): Record<string, string> {
  const pointers = pointersOf(unit, entity, row)
  return Object.fromEntries(
    pointers.map(({ field, target, id }) => [field, knownTitle(unit, target, id) ?? '']),
  )
}

/** References among what names a record and what it is found by. */
function pointersOf(unit: Unit, entity: Entity, row: StoredRow) {
  const fields = new Set([entity.title, ...searchedFields(entity)])
  return [...fields].flatMap((field) => {
    const target = unit.house.registry.entities.get(entity.fields[field]?.target ?? '')
    const id = row[field]
    if (!target || !isReference(entity, field) || typeof id !== 'string') return []
    return [{ field, target, id }]
  })
}

function isReference(entity: Entity, field: string): boolean {
  const kind = entity.fields[field]?.kind
  return kind === 'ref' || kind === 'person'
}

/** The name of a record that this unit has read. */
function knownTitle(unit: Unit, target: Entity, id: string): string | null {
  const held = unit.held.get(heldKey(target, id))
  if (held && !isReference(target, target.title)) return String(held[target.title] ?? '')
  return unit.titles.get(heldKey(target, id)) ?? null
}
