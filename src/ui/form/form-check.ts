/** Looks through a whole form before it is sent; faults are named by their path. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { checkValue } from '#ui/field/value/check-value.ts'
import { isAsked, isWritable } from '#ui/field/value/field-facts.ts'
import { readText } from '#ui/field/value/read-text.ts'
import type { Issue } from '#ui/field/value/read-text.ts'
import { linesOf } from './form-values.ts'
import type { LineFields, Values } from './form-values.ts'
import type { Line } from './grid/grid-lines.ts'

/** Faults by path: `customer`, `lines.2.quantity`. */
export type Issues = Record<string, Issue>

export function checkForm(
  fields: readonly FieldMeta[],
  values: Values,
  lineFields: LineFields,
  country: string,
): Issues {
  const issues: Issues = {}
  for (const field of fields.filter(isWritable)) {
    if (!isAsked(field, values)) continue
    const issue = checkValue(field, values[field.name], country)
    if (issue) issues[field.name] = issue
    const ofLines = lineFields[field.name]
    if (ofLines) checkLines(issues, field.name, linesOf(values[field.name]), ofLines, country)
  }
  return issues
}

function checkLines(
  issues: Issues,
  name: string,
  lines: readonly Line[],
  fields: readonly FieldMeta[],
  country: string,
): void {
  lines.forEach((line, row) => {
    for (const field of fields.filter(isWritable)) {
      const issue = lineIssue(line, field) ?? checkValue(field, line[field.name], country)
      if (issue) issues[`${name}.${row}.${field.name}`] = issue
    }
  })
}

/** Text that stands in a cell and is no value of its field. */
export function lineIssue(line: Line, field: FieldMeta): Issue | null {
  const text = line.$text?.[field.name]
  if (text === undefined) return null
  const reading = readText(field, text, '')
  return 'issue' in reading ? reading.issue : { rule: 'no-match', facts: { text } }
}

/** The messages below one field: `lines.2.quantity` below `lines` is `2.quantity`. */
export function below(messages: Record<string, string>, field: string): Record<string, string> {
  const prefix = `${field}.`
  const inside = Object.entries(messages).filter(([path]) => path.startsWith(prefix))
  return Object.fromEntries(inside.map(([path, text]) => [path.slice(prefix.length), text]))
}

/** Without the messages of a field and everything below it. */
export function without<T>(messages: Record<string, T>, path: string): Record<string, T> {
  const rest = Object.entries(messages).filter(
    ([each]) => each !== path && !each.startsWith(`${path}.`),
  )
  return Object.fromEntries(rest)
}
