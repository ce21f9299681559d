/** Writes the words by which changed records are found, in the transaction of the change. */
import { join, name, raw, sql } from '../db/sql.ts'
import { columnName, type Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import { typeOf } from '../field/types.ts'
import { titleSql } from '../query/select.ts'
import { tsvectorOf } from '../text/search-tokens.ts'
import { heldKey, type Unit } from '../action/unit.ts'

/** Entities without a searched field are not found by search. */
export function searchedFields(entity: Entity): string[] {
  return Object.keys(entity.fields).filter((field) => entity.fields[field]?.search === true)
}

export async function flushSearch(unit: Unit): Promise<void> {
  const docs: Values[] = []
  for (const { entity, id } of unit.toIndex.values()) {
    const row = unit.held.get(heldKey(entity, id))
    const searched = searchedFields(entity)
    if (!row || searched.length === 0) continue
    docs.push(await docOf(unit, entity, row, searched))
  }
  unit.toIndex.clear()
  sendDocs(unit, docs)
}

export function sendDocs(unit: Unit, docs: Values[]): void {
  if (docs.length === 0) return
  unit.tx.send(
    sql`insert into search_doc (tenant, entity, record, title, subtitle, words) select ${unit.sight.reader.tenant}::uuid, d.entity, d.record, d.title, d.subtitle, d.words::tsvector from jsonb_to_recordset(${JSON.stringify(docs)}::jsonb) as d(entity text, record uuid, title text, subtitle text, words text) on conflict (tenant, entity, record) do update set title = excluded.title, subtitle = excluded.subtitle, words = excluded.words where search_doc.words <> excluded.words or search_doc.title <> excluded.title or search_doc.subtitle <> excluded.subtitle`,
  )
}

async function docOf(
  unit: Unit,
  entity: Entity,
  row: Values & { id: string },
  searched: string[],
): Promise<Values> {
  const refs = [...new Set([entity.title, ...searched])].filter((field) =>
    isReference(entity, field),
  )
  const titles = await titlesOf(unit, entity, row, refs)
  const textOf = (field: string): string[] => {
    const declared = entity.fields[field]
    const value = row[field]
    if (!declared || value === null || value === undefined) return []
    if (field in titles) return [titles[field] ?? '']
    return typeOf(declared).words?.(value) ?? [String(value)]
  }
  const texts = searched.flatMap(textOf)
  return {
    entity: entity.name,
    record: row.id,
    title: textOf(entity.title)[0] ?? '',
    subtitle: searched
      .filter((field) => field !== entity.title)
      .flatMap(textOf)
      .join(' · ')
      .slice(0, 200),
    words: tsvectorOf(texts),
  }
}

function isReference(entity: Entity, field: string): boolean {
  const kind = entity.fields[field]?.kind
  return kind === 'ref' || kind === 'person'
}

/** Titles of referenced records, e.g. the customer's name on an order, in one statement. */
async function titlesOf(
  unit: Unit,
  entity: Entity,
  row: Values,
  fields: string[],
): Promise<Record<string, string>> {
  const { registry } = unit.house
  const asked = fields.flatMap((field) => {
    const target = registry.entities.get(entity.fields[field]?.target ?? '')
    if (!target || typeof row[field] !== 'string') return []
    const held = unit.held.get(heldKey(target, row[field]))
    return [{ field, target, held, id: row[field] }]
  })
  const titles: Record<string, string> = {}
  for (const { field, target, held } of asked) {
    if (held && !isReference(target, target.title)) titles[field] = String(held[target.title] ?? '')
  }
  const open = asked.filter(({ field }) => !(field in titles))
  if (open.length === 0) return titles
  const columns = open.map(({ field, target, id }) => {
    const title = raw(titleSql(registry, target, 'x'))
    return sql`(select ${title} from ${name(target.table)} x where x.tenant = ${unit.sight.reader.tenant} and x.id = ${id}::uuid) as ${name(columnName(field))}`
  })
  const [found] = await unit.tx.query<Record<string, string>>(sql`select ${join(columns, ', ')}`)
  for (const { field } of open) titles[field] = found?.[columnName(field)] ?? ''
  return titles
}
