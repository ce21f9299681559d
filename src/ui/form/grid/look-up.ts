/** Typed names and numbers in lines become the records they mean, as soon as the server knows them. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { isEmpty, isOneRecord } from '#ui/field/field-facts.ts'
import { fold } from '#ui/field/read-text.ts'
import type { Issue } from '#ui/field/read-text.ts'
import { withValue } from './grid-lines.ts'
import type { Line } from './grid-lines.ts'

/** One record that a picker offers. `row` holds the fields that the reference's `fills` names. */
export interface PickOption {
  id: string
  title: string
  subtitle?: string
  row?: Record<string, unknown>
}

export interface LookUp {
  field: FieldMeta
  text: string
}

/** Every different text that waits for its record, once. */
export function openLookUps(lines: readonly Line[], fields: readonly FieldMeta[]): LookUp[] {
  const found = new Map<string, LookUp>()
  for (const line of lines) {
    for (const [name, text] of Object.entries(line.$text ?? {})) {
      const field = fields.find((each) => each.name === name)
      if (field && isOneRecord(field)) found.set(lookUpKey(name, text), { field, text })
    }
  }
  return [...found.values()]
}

export function lookUpKey(field: string, text: string): string {
  return `${field}\n${text}`
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

/** Sets the found record in every line that waits for it, and what it fills where nothing stands. */
export function resolveLookUp(
  lines: readonly Line[],
  { field, text }: LookUp,
  option: PickOption,
  fields: readonly FieldMeta[],
): Line[] {
  return lines.map((line) => {
    if (line.$text?.[field.name] !== text) return line
    const filled = filledBy(field, option, fields).filter(([target]) => isEmpty(line[target]))
    return withValues(withValue(line, field.name, option.id), filled)
  })
}

/** Sets a picked record and everything it fills, over what stood there. */
export function withPicked(
  line: Line,
  field: FieldMeta,
  option: PickOption,
  fields: readonly FieldMeta[],
): Line {
  return withValues(withValue(line, field.name, option.id), filledBy(field, option, fields))
}

/** What a picked record brings; where it has nothing, what a new line starts with. */
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

function withValues(line: Line, values: [string, unknown][]): Line {
  return values.reduce((next, [target, value]) => withValue(next, target, value), line)
}
