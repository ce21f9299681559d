/** What one change of a record changed, field by field and line by line, in the reader's words. */
import { seesField } from '../access/fields.ts'
import type { Person } from '../access/person.ts'
import { allFields, type Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import type { Field, Fields } from '../field/field.ts'
import { typeOf } from '../field/types.ts'
import type { Speech } from '../http/voice.ts'
import type { FieldChange } from '../http/wire.ts'
import { isDecimal } from '../money/decimal.ts'
import { formatDecimal } from '../money/format.ts'
import { formatInstant } from '../time/format.ts'

export interface Changed {
  before: Values | null
  after: Values | null
}

export interface ChangeReader {
  person: Person
  speech: Speech
  timeZone: string
  /** Names of the records that the values point to, by id. */
  titles: ReadonlyMap<string, string>
}

const figures = new Set(['integer', 'decimal', 'money', 'percent'])

/** The changed fields that the person may see, in the order of the entity. */
export function changesInWords(
  entity: Entity,
  changed: Changed,
  reader: ChangeReader,
): FieldChange[] {
  return fieldChanges(allFields(entity), changed, reader)
}

function fieldChanges(
  fields: Fields,
  { before, after }: Changed,
  reader: ChangeReader,
): FieldChange[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (!(name in (after ?? {})) || !seesField(field, reader.person)) return []
    const was = before?.[name]
    const is = after?.[name]
    if (field.kind === 'json' || field.kind === 'filter') return []
    if (field.kind === 'lines' && Array.isArray(was) && Array.isArray(is))
      return lineChanges(name, field, { was, is }, reader)
    const label = reader.speech.t(field.label ?? name)
    return [
      {
        field: name,
        label,
        before: inWords(field, was, reader),
        after: inWords(field, is, reader),
      },
    ]
  })
}

/** Ids of records that the values point to, those of lines too, by entity. */
export function pointersIn(entity: Entity, changes: readonly Changed[]): Map<string, Set<string>> {
  const pointers = new Map<string, Set<string>>()
  const gather = (fields: Fields, values: Values) => {
    for (const [name, field] of Object.entries(fields)) {
      const given = [values[name]].flat()
      if (field.kind === 'lines' && field.of) {
        for (const line of given) if (isLine(line)) gather(field.of.fields, line)
      } else if (field.target) {
        const ids = pointers.get(field.target) ?? new Set<string>()
        for (const id of given) if (typeof id === 'string') ids.add(id)
        pointers.set(field.target, ids)
      }
    }
  }
  for (const { before, after } of changes)
    for (const values of [before, after]) if (values) gather(allFields(entity), values)
  return pointers
}

interface Line extends Values {
  id: string
}

function isLine(value: unknown): value is Line {
  return typeof value === 'object' && value !== null && typeof (value as Line).id === 'string'
}

/** Lines that came, went, or stand otherwise; by number, as the document counts them. */
function lineChanges(
  name: string,
  { of: lines, label }: Field,
  { was, is }: { was: readonly unknown[]; is: readonly unknown[] },
  reader: ChangeReader,
): FieldChange[] {
  if (!lines) return []
  const old = was.filter(isLine)
  const now = is.filter(isLine)
  const head = reader.speech.t(label ?? name)
  const known = new Map(old.map((line) => [line.id, line]))
  const left = new Set(now.map(({ id }) => id))
  const titleOf = (line: Line) =>
    Object.entries(lines.fields)
      .map(([own, field]) => inWords(field, line[own], reader))
      .find((text) => text !== '') ?? ''
  const changed = now.flatMap((line, index): FieldChange[] => {
    const at = `${head} ${index + 1}`
    const field = `${name}.${line.id}`
    const before = known.get(line.id)
    if (!before) return [{ field, label: at, before: '', after: titleOf(line), line: 'added' }]
    return cellChanges(lines.fields, before, line, reader).map((cell) => ({
      ...cell,
      field: `${field}.${cell.field}`,
      label: `${at} · ${cell.label}`,
    }))
  })
  const gone = old.flatMap((line, index): FieldChange[] => {
    if (left.has(line.id)) return []
    const field = `${name}.${line.id}`
    return [
      { field, label: `${head} ${index + 1}`, before: titleOf(line), after: '', line: 'removed' },
    ]
  })
  return [...changed, ...gone]
}

/** What a person entered; what the program computed of it is seen in the sums of the document. */
function cellChanges(
  fields: Fields,
  before: Line,
  after: Line,
  reader: ChangeReader,
): FieldChange[] {
  const differs = (name: string) =>
    JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null)
  const entered = Object.entries(fields).filter(
    ([name, field]) => differs(name) && field.computed !== true,
  )
  return fieldChanges(Object.fromEntries(entered), { before, after }, reader)
}

function inWords(field: Field, value: unknown, { speech, titles, timeZone }: ChangeReader): string {
  if (value === null || value === undefined) return ''
  const each = (word: (one: unknown) => string) => [value].flat().map(word).join(', ')
  if (field.target && field.kind !== 'lines') return each((id) => titles.get(String(id)) ?? '')
  if (field.options) return each((one) => speech.t(typeOf(field).toText(one, field)))
  const text = typeOf(field).toText(value, field)
  if (field.kind === 'instant')
    return formatInstant(String(value), speech.locale, { timeZone, style: 'short' })
  if (!figures.has(field.kind) || !isDecimal(text)) return text
  const figure = formatDecimal(text, speech.locale)
  return field.kind === 'percent' ? `${figure}%` : figure
}
