/** Typed or pasted text becomes the value of a field, or says why it cannot. */
import type { FieldMeta, OptionMeta } from '#kernel/http/wire.ts'
import { readDate } from './date-text.ts'
import { readNumber } from './number-text.ts'

/** A fault that a screen explains in the reader's language (see `issueText`). */
export interface Issue {
  rule:
    | 'required'
    | 'number'
    | 'whole-number'
    | 'date'
    | 'yes-or-no'
    | 'option'
    | 'no-match'
    | 'several-matches'
    | 'min'
    | 'max'
    | 'places'
    | 'length'
    | 'email'
    | 'url'
    | 'phone'
    | 'not-by-text'
  facts: Record<string, string | number>
}

/** `lookUp`: a record is meant; the server finds it by this text. */
export type Reading = { value: unknown } | { lookUp: string } | { issue: Issue }

const YES = new Set(['yes', 'y', 'true', '1', 'x', 'v', '✓', '✔', '是', '有', '對', '对', '真'])
const NO = new Set(['no', 'n', 'false', '0', '', '否', '無', '无', '沒有', '没有', '不', '假'])

/** Reads the text of one cell. Empty text empties the field. `today` resolves short dates. */
export function readText(field: FieldMeta, typed: string, today: string): Reading {
  const text = field.kind === 'longText' ? typed : typed.trim()
  if (field.kind === 'boolean') return readYesNo(text)
  if (text === '') return { value: null }
  return READERS[field.kind]?.(field, text, today) ?? { value: text }
}

type Reader = (field: FieldMeta, text: string, today: string) => Reading

const READERS: Partial<Record<FieldMeta['kind'], Reader>> = {
  integer: readInteger,
  decimal: readDecimal,
  money: readDecimal,
  percent: readDecimal,
  date: (_, text, today) => {
    const date = readDate(text, today)
    return date ? { value: date } : issue('date', { text })
  },
  choice: (field, text) => {
    const option = findOption(field.options ?? [], text)
    return option ? { value: option.value } : issue('option', { text })
  },
  choices: readChoices,
  tags: (_, text) => ({ value: splitList(text) }),
  currency: (_, text) => ({ value: text.toUpperCase() }),
  ref: (_, text) => ({ lookUp: text }),
  person: (_, text) => ({ lookUp: text }),
  refs: notByText,
  lines: notByText,
  file: notByText,
  picture: notByText,
  address: notByText,
}

function notByText(field: FieldMeta): Reading {
  return issue('not-by-text', { label: field.label })
}

function readInteger(_: FieldMeta, text: string): Reading {
  const number = readNumber(text)
  if (number === null) return issue('number', { text })
  const whole = Number(number)
  if (!Number.isSafeInteger(whole)) return issue('whole-number', { text })
  return { value: whole }
}

function readDecimal(_: FieldMeta, text: string): Reading {
  const number = readNumber(text)
  return number === null ? issue('number', { text }) : { value: number }
}

function readYesNo(text: string): Reading {
  const word = fold(text)
  if (YES.has(word)) return { value: true }
  return NO.has(word) ? { value: false } : issue('yes-or-no', { text })
}

function readChoices(field: FieldMeta, text: string): Reading {
  const values: string[] = []
  for (const word of splitList(text)) {
    const option = findOption(field.options ?? [], word)
    if (!option) return issue('option', { text: word })
    values.push(option.value)
  }
  return { value: values }
}

/** By value, by label, or by the only label that begins so. */
export function findOption(options: readonly OptionMeta[], text: string): OptionMeta | undefined {
  const wanted = fold(text)
  const same = options.find(({ value, label }) => fold(value) === wanted || fold(label) === wanted)
  if (same) return same
  const beginning = options.filter(({ label }) => fold(label).startsWith(wanted))
  return beginning.length === 1 ? beginning[0] : undefined
}

export function splitList(text: string): string[] {
  const parts = text.split(/[,;，、；\n]/).map((part) => part.trim())
  return [...new Set(parts.filter((part) => part !== ''))]
}

/** Width and case do not matter when texts are compared. */
export function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

function issue(rule: Issue['rule'], facts: Issue['facts']): Reading {
  return { issue: { rule, facts } }
}
