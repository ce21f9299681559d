/** Typed names and numbers in lines become the records they mean, once the server knows them. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { isEmpty, isOneRecord } from '#ui/field/value/field-facts.ts'
import { filledBy } from '#ui/field/value/pick.ts'
import type { PickOption } from '#ui/field/value/pick.ts'
import { withValue } from './grid-lines.ts'
import type { Line } from './grid-lines.ts'

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

/** Sets the found record in every line waiting for it, and what it fills where nothing stands. */
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

function withValues(line: Line, values: [string, unknown][]): Line {
  return values.reduce((next, [target, value]) => withValue(next, target, value), line)
}
