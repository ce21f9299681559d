/** Rows of a list as cells of a file, page by page: memory does not grow with their number. */
import type { Sight } from '../access/scope.ts'
import type { Entity } from '../entity/entity.ts'
import type { Field, Fields } from '../field/field.ts'
import { typeOf } from '../field/types.ts'
import type { House } from '../house.ts'
import type { RefTitles } from '../http/wire.ts'
import type { WriteColumn, WriteRow } from '../import/write/column.ts'
import { list, mostRows, type ListWish } from './list.ts'

/** Translates labels and the names of options. */
export interface ExportVoice {
  t: (english: string) => string
}

export async function* exportRows(
  house: House,
  sight: Sight,
  entity: Entity,
  wish: ListWish,
  fields: Fields,
  voice: ExportVoice,
): AsyncGenerator<WriteRow> {
  let after: string | null | undefined
  do {
    const page = await list(house.database, sight, entity, {
      ...wish,
      limit: mostRows,
      ...(after ? { after } : {}),
    })
    for (const row of page.rows) {
      yield Object.fromEntries(
        Object.entries(fields).map(([name, field]) => [
          name,
          textOfCell(field, row, name, page.refs, voice),
        ]),
      )
    }
    after = page.next
  } while (after)
}

export function exportColumns(fields: Fields, voice: ExportVoice): WriteColumn[] {
  return Object.entries(fields).map(([key, field]) => ({
    key,
    label: voice.t(field.label ?? key),
    kind: kindOf(field),
  }))
}

function kindOf(field: Field): WriteColumn['kind'] {
  const column = typeOf(field).column
  if (column === 'numeric' || column === 'integer') return 'number'
  if (field.kind === 'date') return 'date'
  if (field.kind === 'instant') return 'instant'
  return 'text'
}

/** A value as a person reads it in a file: names instead of ids, labels instead of keys. */
export function textOfCell(
  field: Field,
  row: Readonly<Record<string, unknown>>,
  name: string,
  refs: RefTitles,
  voice: ExportVoice,
): string | null {
  const value = row[name]
  if (value === null || value === undefined) return null
  const target = field.targetIn ? String(row[field.targetIn]) : field.target
  if (target && (field.kind === 'ref' || field.kind === 'person'))
    return refs[target]?.[String(value)]?.title ?? null
  if (field.options)
    return [value]
      .flat()
      .map((one) => voice.t(typeOf(field).toText(one, field)))
      .join('; ')
  return typeOf(field).toText(value, field)
}
