/** What a form starts with, what in it has changed, and what of it is sent. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { isWritable } from '#ui/field/value/field-facts.ts'
import { sameValue } from '#ui/field/value/same-value.ts'
import { isBlank } from './grid/grid-lines.ts'
import type { Line } from './grid/grid-lines.ts'

export type Values = Record<string, unknown>
/** The fields of the lines of each `lines` field, by its name. */
export type LineFields = Record<string, readonly FieldMeta[]>

/** A new record: what its fields start with, then what the link that opened it brings. */
export function startValues(fields: readonly FieldMeta[], prefill: Values): Values {
  const values: Values = {}
  for (const field of fields.filter(isWritable)) {
    if (field.initial !== undefined) values[field.name] = field.initial
  }
  for (const { name } of fields) if (prefill[name] !== undefined) values[name] = prefill[name]
  return values
}

export function linesOf(value: unknown): Line[] {
  return Array.isArray(value) ? (value as Line[]) : []
}

/** The lines without those that nothing was entered into. */
export function withoutBlanks(values: Values, lineFields: LineFields): Values {
  const next = { ...values }
  for (const [name, fields] of Object.entries(lineFields)) {
    if (next[name] !== undefined) {
      next[name] = linesOf(next[name]).filter((line) => !isBlank(line, fields))
    }
  }
  return next
}

/** The named values as sent: only what may be written, lines without the screen's marks. */
export function sentValues(
  fields: readonly FieldMeta[],
  values: Values,
  lineFields: LineFields,
): Values {
  const sent: Values = {}
  for (const field of fields.filter(isWritable)) {
    const value = values[field.name]
    if (value === undefined) continue
    const ofLines = lineFields[field.name]
    sent[field.name] = ofLines ? linesOf(value).map((line) => sentLine(line, ofLines)) : value
  }
  return sent
}

function sentLine(line: Line, fields: readonly FieldMeta[]): Values {
  const sent = sentValues(fields, line, {})
  return line['id'] === undefined ? sent : { id: line['id'], ...sent }
}

/** Writable fields whose value is no longer the one that was loaded. */
export function changedFields(
  fields: readonly FieldMeta[],
  base: Values,
  values: Values,
  lineFields: LineFields,
): FieldMeta[] {
  const before = sentValues(fields, withoutBlanks(base, lineFields), lineFields)
  const after = sentValues(fields, withoutBlanks(values, lineFields), lineFields)
  return fields.filter((field) => {
    const isKnown = field.name in after
    return isKnown && isWritable(field) && !sameValue(before[field.name], after[field.name])
  })
}
