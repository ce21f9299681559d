/** Words: one line, many lines, or text with simple formatting. */
import { fail } from '../base/fail.ts'
import { parseTime } from '../time/parse-time.ts'
import { asText, checkedText } from './check.ts'
import type { Field, FieldType } from './field.ts'

const operators = ['equal', 'in', 'not', 'has', 'starts', 'empty', 'from', 'until'] as const

export const text: FieldType = {
  column: 'text',
  parse: (value, field) => (field.holds === 'time' ? timeOfDay : oneLine)(value, field),
  fromText: (cell) => cell.trim(),
  toText: asText,
  operators,
  words: (value) => [String(value)],
  sortable: true,
  groupable: true,
}

export const longText: FieldType = {
  ...text,
  parse: (value, field) => emptyToNull(checkedText(value, field, 20_000).trimEnd()),
  fromText: (cell) => cell,
  operators: ['has', 'empty'],
  silent: true,
  sortable: false,
  groupable: false,
}

export const richText: FieldType = { ...longText }

export const url: FieldType = {
  ...text,
  parse(value, field) {
    const line = oneLine(value, field)
    if (line === null) return null
    const address = /^[a-z]+:/iu.test(line) ? line : `https://${line}`
    if (!/^https?:$/u.test(URL.parse(address)?.protocol ?? '')) fail('field.not-a-url')
    return address
  },
  groupable: false,
}

export const email: FieldType = {
  ...text,
  parse(value, field) {
    const line = oneLine(value, field)?.toLowerCase() ?? null
    if (line !== null && !/^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/u.test(line)) {
      fail('field.not-an-email')
    }
    return line
  },
  groupable: false,
}

function oneLine(value: unknown, field: Field): string | null {
  const line = checkedText(value, field, 500).replaceAll(/\s+/gu, ' ').trim()
  if (field.pattern && line !== '' && !new RegExp(field.pattern, 'u').test(line)) {
    fail('field.wrong-form', { pattern: field.pattern })
  }
  return emptyToNull(line)
}

/** Kept as `HH:MM`, however it was typed. */
function timeOfDay(value: unknown, field: Field): string | null {
  const line = oneLine(value, field)
  return line === null ? null : (parseTime(line) ?? fail('field.not-a-time'))
}

function emptyToNull(line: string): string | null {
  return line === '' ? null : line
}
