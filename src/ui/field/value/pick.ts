/** Records that a picker offers, and which of them a typed text means. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { fold } from './read-text.ts'
import type { Issue } from './read-text.ts'

/** `row` holds the fields that the reference's `fills` names. */
export interface PickOption {
  id: string
  title: string
  subtitle?: string
  row?: Record<string, unknown>
}

/** The one record that the text means: by its exact title or number, else the only one found. */
export function matchOf(text: string, options: readonly PickOption[]): PickOption | Issue {
  const wanted = fold(text)
  const exact = options.filter((option) => namesOf(option).some((name) => fold(name) === wanted))
  const [only, ...more] = exact.length > 0 ? exact : options
  if (!only) return { rule: 'no-match', facts: { text } }
  return more.length > 0 ? { rule: 'several-matches', facts: { text } } : only
}

function namesOf({ title, subtitle, row }: PickOption): string[] {
  const texts = Object.values(row ?? {}).filter((value) => typeof value === 'string')
  const parts = subtitle?.split(/\s*[·|]\s*|\s{2,}/) ?? []
  return [title, ...parts, ...(subtitle ? [subtitle] : []), ...texts]
}

/** What a picked record brings; where it has nothing, what a new record starts with. */
export function filledBy(
  field: FieldMeta,
  option: PickOption,
  fields: readonly FieldMeta[],
): [target: string, value: unknown][] {
  return Object.entries(field.fills ?? {}).map(([target, source]) => {
    const initial = fields.find(({ name }) => name === target)?.initial
    return [target, option.row?.[source] ?? initial ?? null]
  })
}
