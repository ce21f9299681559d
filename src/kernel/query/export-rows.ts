/** Rows of a list as cells of a file, page by page: memory does not grow with their number. */
import type { Sight } from '../access/scope.ts'
import type { Entity } from '../entity/entity.ts'
import { addressParts } from '../field/address-parts.ts'
import { optionLabel } from '../field/check.ts'
import { listText } from '../field/choice.ts'
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
    for (const row of page.rows) yield exportRow(fields, row, page.refs, voice)
    after = page.next
  } while (after)
}

export function exportRow(
  fields: Fields,
  row: Readonly<Record<string, unknown>>,
  refs: RefTitles,
  voice: ExportVoice,
): WriteRow {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field.kind === 'address'
        ? partCells(name, row[name])
        : [[name, textOfCell(field, row, name, refs, voice)]],
    ),
  )
}

export function exportColumns(fields: Fields, voice: ExportVoice): WriteColumn[] {
  return Object.entries(fields).flatMap(([key, field]): WriteColumn[] => {
    const label = voice.t(field.label ?? key)
    return field.kind === 'address'
      ? partColumns(key, label, voice)
      : [{ key, label, kind: kindOf(field) }]
  })
}

/** Each part of an address by itself, so that it comes back as it was. */
function partColumns(key: string, label: string, voice: ExportVoice): WriteColumn[] {
  return addressParts.map((part) => ({
    key: `${key}.${part.name}`,
    label: `${label}: ${voice.t(part.label)}`,
    kind: part.isDegree ? 'number' : 'text',
  }))
}

function partCells(key: string, address: unknown): [string, string | null][] {
  const given = (address ?? {}) as Readonly<Record<string, unknown>>
  return addressParts.map(({ name }) => [
    `${key}.${name}`,
    given[name] === undefined ? null : String(given[name]),
  ])
}

function kindOf(field: Field): WriteColumn['kind'] {
  const column = typeOf(field).column
  if (column === 'numeric' || column === 'integer') return 'number'
  if (field.kind === 'date') return 'date'
  if (field.kind === 'instant') return 'instant'
  return 'text'
}

/** A value as a person reads it in a file: names instead of ids, labels instead of keys. */
function textOfCell(
  field: Field,
  row: Readonly<Record<string, unknown>>,
  name: string,
  refs: RefTitles,
  voice: ExportVoice,
): string | null {
  const value = row[name]
  if (value === null || value === undefined) return null
  const to = field.targetIn ? String(row[field.targetIn]) : (field.target ?? '')
  const titleOf = (id: unknown) => refs[to]?.[String(id)]?.title ?? null
  if (field.kind === 'refs') return [value].flat().map(titleOf).join('; ')
  if (to !== '' && (field.kind === 'ref' || field.kind === 'person')) return titleOf(value)
  if (field.kind === 'boolean') return voice.t(value ? 'Yes' : 'No')
  if (field.kind === 'choices')
    return listText([value].flat().map((one) => voice.t(optionLabel(one, field))))
  if (field.options) return voice.t(optionLabel(value, field))
  return typeOf(field).toText(value, field)
}
