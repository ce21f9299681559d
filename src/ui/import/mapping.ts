/** Which column goes into which field: the guesses, and what a person makes of them. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import type { Guess, ImportLook, ImportMode, ImportOrder } from './import-types.ts'

/** Field by column; null = the column is left out. */
export type Mapping = readonly (string | null)[]

export interface Options {
  mode: ImportMode
  /** Field by which a row is known again; '' for none. */
  key: string
  createMissing: boolean
}

const SURE = 0.9

export function guessedMapping(guesses: readonly Guess[], columns: number): Mapping {
  const mapping: (string | null)[] = Array(columns).fill(null)
  for (const { column, field } of guesses) if (column < columns) mapping[column] = field
  return mapping
}

/** A field is filled from one column: giving it to another takes it away from the first. */
export function assigned(mapping: Mapping, column: number, field: string | null): Mapping {
  return mapping.map((present, index) => {
    if (index === column) return field
    return field !== null && present === field ? null : present
  })
}

export type Certainty = 'chosen' | 'sure' | 'look' | 'left-out'

/** How far the mapping of a column can be trusted. */
export function certaintyOf(
  mapping: Mapping,
  guesses: readonly Guess[],
  column: number,
): Certainty {
  const field = mapping[column] ?? null
  if (field === null) return 'left-out'
  const guess = guesses.find((each) => each.column === column)
  if (guess?.field !== field) return 'chosen'
  return guess.confidence >= SURE ? 'sure' : 'look'
}

/** Fields by which a record can be known again, if a column is mapped to them. */
export function keyFields(fields: readonly FieldMeta[], mapping: Mapping): FieldMeta[] {
  return fields.filter(({ name, unique, kind }) => {
    return (unique || kind === 'serial') && mapping.includes(name)
  })
}

/** Fields that a new record must have and that no column fills. */
export function missingFields(fields: readonly FieldMeta[], mapping: Mapping): FieldMeta[] {
  return fields.filter(({ name, required, computed, initial }) => {
    return required && !computed && initial === undefined && !mapping.includes(name)
  })
}

/** As the last table like this was brought in; else known records are updated. */
export function firstOptions(last: ImportLook['last']): Options {
  if (!last) return { mode: 'upsert', key: '', createMissing: true }
  return { ...last, key: last.key ?? '' }
}

/** A mode and key that fit the mapping: known records are updated where something names them. */
export function fittingOptions(
  fields: readonly FieldMeta[],
  mapping: Mapping,
  wanted: Options,
): Options {
  const keys = keyFields(fields, mapping).map(({ name }) => name)
  const key = keys.includes(wanted.key) ? wanted.key : (keys[0] ?? '')
  return { ...wanted, key, mode: key === '' ? 'create' : wanted.mode }
}

export type Obstacle =
  | { rule: 'nothing-mapped' }
  | { rule: 'missing'; fields: FieldMeta[] }
  | { rule: 'no-key' }

/** Why this mapping cannot be run; null when it can. */
export function obstacleOf(
  fields: readonly FieldMeta[],
  mapping: Mapping,
  options: Options,
): Obstacle | null {
  if (mapping.every((field) => field === null)) return { rule: 'nothing-mapped' }
  if (options.mode !== 'create' && options.key === '') return { rule: 'no-key' }
  const missing = options.mode === 'update' ? [] : missingFields(fields, mapping)
  return missing.length > 0 ? { rule: 'missing', fields: missing } : null
}

/** Columns by their number, as the server counts them. */
export function orderOf(mapping: Mapping, { mode, key, createMissing }: Options): ImportOrder {
  const byColumn = Object.fromEntries(mapping.map((field, column) => [String(column), field]))
  return { mapping: byColumn, mode, createMissing, ...(mode !== 'create' && key && { key }) }
}
