/** What a picker offers: found by name, pinyin or number, or the latest when nothing is typed. */
import { visibleFields } from '../access/fields.ts'
import type { Sight } from '../access/scope.ts'
import type { Database } from '../db/database.ts'
import type { Entity } from '../entity/entity.ts'
import { typeOf } from '../field/types.ts'
import type { WireRow } from '../http/wire.ts'
import { searchedFields } from '../search/search-doc.ts'
import { list } from './list.ts'
import { titleSuffix } from './select.ts'
import type { Where } from './where.ts'

export interface PickOption {
  id: string
  title: string
  subtitle: string
  row: WireRow
}

const mostOptions = 20

export async function pick(
  database: Database,
  sight: Sight,
  entity: Entity,
  where: Where,
  query: string | undefined,
): Promise<PickOption[]> {
  const searched = query && searchedFields(entity).length > 0
  const narrowed = query
    ? { ...where, ...(searched ? { search: query } : titleHas(entity, query)) }
    : where
  const columns = visibleFields(entity.fields, sight.reader.person)
  const sortable = entity.fields[entity.title]
  const sort =
    sortable && typeOf(sortable).sortable && hasTitleIndex(entity) ? entity.title : undefined
  const page = await list(database, sight, entity, {
    where: narrowed,
    limit: mostOptions,
    columns,
    ...(sort ? { sort } : {}),
  })
  return page.rows.map((row) => ({
    id: row.id,
    title: textOf(entity, row, entity.title, page.refs),
    subtitle: (entity.subtitle ?? [])
      .map((field) => textOf(entity, row, field, page.refs))
      .filter(Boolean)
      .join(' · '),
    row,
  }))
}

function hasTitleIndex(entity: Entity): boolean {
  return entity.list?.columns.includes(entity.title) ?? false
}

function titleHas(entity: Entity, query: string): Where {
  return entity.fields[entity.title]?.kind === 'text' ? { [entity.title]: { has: query } } : {}
}

function textOf(
  entity: Entity,
  row: WireRow,
  field: string,
  refs: Record<string, Record<string, { title: string }>>,
): string {
  const value = row[field]
  const target = entity.fields[field]?.target
  if (typeof value === 'string' && target) return refs[target]?.[value]?.title ?? ''
  if (value === null || value === undefined || field.endsWith(titleSuffix)) return ''
  const declared = entity.fields[field]
  return declared ? typeOf(declared).toText(value, declared) : String(value)
}
