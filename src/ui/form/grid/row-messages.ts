/** What is wrong in the lines of a grid, line by line. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import type { Translate } from '#ui/base/house.tsx'
import { isOneRecord } from '#ui/field/value/field-facts.ts'
import { issueText } from '#ui/field/value/issue-text.ts'
import { readText } from '#ui/field/value/read-text.ts'
import type { Issue } from '#ui/field/value/read-text.ts'
import type { Line } from './grid-lines.ts'
import { lookUpKey } from './look-up.ts'

/** Messages by line (from 0) and field. */
export type RowMessages = Record<number, Record<string, string>>

export interface GridFaults {
  /** From the form and the server: `2.quantity`. */
  errors: Record<string, string>
  /** Names that could not be looked up. */
  failed: Record<string, Issue>
}

export function rowMessages(
  lines: readonly Line[],
  fields: readonly FieldMeta[],
  { errors, failed }: GridFaults,
  t: Translate,
): RowMessages {
  const messages: RowMessages = {}
  for (const [path, text] of Object.entries(errors)) {
    const [row = '', ...names] = path.split('.')
    ;(messages[Number(row)] ??= {})[names.join('.')] = text
  }
  lines.forEach((line, row) => {
    for (const [name, text] of Object.entries(line.$text ?? {})) {
      const field = fields.find((each) => each.name === name)
      const issue = field && issueOf(field, text, failed)
      if (issue) (messages[row] ??= {})[name] = issueText(t, issue)
    }
  })
  return messages
}

/** A name that is still being looked up is not wrong yet. */
function issueOf(field: FieldMeta, text: string, failed: GridFaults['failed']): Issue | undefined {
  if (isOneRecord(field)) return failed[lookUpKey(field.name, text)]
  const reading = readText(field, text, '')
  return 'issue' in reading ? reading.issue : undefined
}

export interface FlatMessage {
  row: number
  field: string
  text: string
}

export function flatMessages(messages: RowMessages): FlatMessage[] {
  return Object.entries(messages).flatMap(([row, byField]) =>
    Object.entries(byField).map(([field, text]) => ({ row: Number(row), field, text })),
  )
}
