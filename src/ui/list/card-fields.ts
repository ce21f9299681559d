/** Which fields fit on a card of two lines, and where they stand. */
import type { EntityMeta, FieldMeta } from '#kernel/http/wire.ts'
import { fieldNamed } from './list-state.ts'

export interface CardFields {
  /** A grade of one letter before the title. */
  badge: FieldMeta | undefined
  /** State or other coloured choice at the right of the title. */
  state: FieldMeta | undefined
  /** Below the title, in words. */
  second: FieldMeta[]
  /** An amount at the right below. */
  figure: FieldMeta | undefined
}

const mostWords = 3

function isGrade(field: FieldMeta): boolean {
  return field.kind === 'choice' && (field.options ?? []).every(({ label }) => /^.$/u.test(label))
}

function isColoured(field: FieldMeta): boolean {
  return field.kind === 'state' || (field.kind === 'choice' && !isGrade(field))
}

function isWordy(field: FieldMeta): boolean {
  return !['money', 'lines', 'picture', 'json', 'filter', 'longText', 'richText'].includes(
    field.kind,
  )
}

/** From the columns in sight; the second line prefers what the entity names for it. */
export function cardOf(meta: EntityMeta, columns: readonly FieldMeta[]): CardFields {
  const rest = columns.filter(({ name }) => name !== meta.title)
  const badge = rest.find(isGrade)
  const state = rest.find(({ kind }) => kind === 'state') ?? rest.find(isColoured)
  const figure = rest.findLast(({ kind }) => kind === 'money')
  const named = meta.subtitle.flatMap((name) => fieldNamed(meta, name) ?? [])
  const taken = new Set([badge, state, figure])
  const words = [...named, ...rest].filter((field) => !taken.has(field) && isWordy(field))
  return { badge, state, figure, second: [...new Set(words)].slice(0, mostWords) }
}
