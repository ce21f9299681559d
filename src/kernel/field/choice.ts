/** Yes or no, one or several of a few options, the state of a document, and free tags. */
import { fail } from '../base/fail.ts'
import { asText, checkedOption, checkedText, optionFromText, optionLabel } from './check.ts'
import type { FieldType } from './field.ts'

const yes = new Set(['true', 'yes', 'y', '1', '是', '有', 'on', '✓', '啟用', '启用'])
const no = new Set(['false', 'no', 'n', '0', '否', '無', '无', 'off', '停用'])

export const boolean: FieldType = {
  column: 'boolean',
  parse(value) {
    if (typeof value !== 'boolean') fail('field.not-yes-or-no')
    return value
  },
  fromText(cell) {
    const word = cell.trim().toLowerCase()
    if (yes.has(word)) return true
    return no.has(word) || word === '' ? false : word
  },
  toText: (value) => (value === true ? 'yes' : value === false ? 'no' : ''),
  operators: ['equal', 'empty'],
  sortable: true,
  groupable: true,
}

export const choice: FieldType = {
  column: 'text',
  parse: (value, field) => (value === '' ? null : checkedOption(value, field)),
  fromText: optionFromText,
  toText: optionLabel,
  operators: ['equal', 'in', 'not', 'empty'],
  sortable: true,
  groupable: true,
}

/** Changed by actions alone; input never sets it. */
export const state: FieldType = { ...choice }

export const choices: FieldType = {
  column: 'text[]',
  parse(value, field) {
    if (!Array.isArray(value)) fail('field.list-expected')
    return [...new Set(value.map((entry) => checkedOption(entry, field)))]
  },
  fromText: (cell, field) => parts(cell).map((part) => optionFromText(part, field)),
  toText: (value, field) => listText(list(value).map((entry) => optionLabel(entry, field))),
  operators: ['in', 'not', 'empty'],
  sortable: false,
  groupable: false,
}

export const tags: FieldType = {
  ...choices,
  parse(value, field) {
    if (!Array.isArray(value)) fail('field.list-expected')
    if (value.length > 50) fail('field.too-long', { longest: 50, length: value.length })
    const words = value.map((entry) => checkedText(entry, { ...field, maxLength: 60 }, 60).trim())
    return [...new Set(words.filter((word) => word !== ''))]
  },
  fromText: parts,
  toText: (value) => listText(list(value).map(asText)),
  words: (value) => list(value).map(String),
}

/** What parts the entries of a cell; the clearest that stands in it does, the others are text. */
const separators = [/[;；]/u, /[、|]/u, /[,，]/u]

function parts(cell: string): string[] {
  const separator = separators.find((one) => one.test(cell))
  const found = separator ? cell.split(separator) : [cell]
  return found.map((part) => part.trim()).filter((part) => part !== '')
}

/** Entries as one cell, from which they come back; one with a comma in it stays one. */
export function listText(entries: readonly string[]): string {
  const [only = ''] = entries
  const isTorn = entries.length === 1 && separators.some((one) => one.test(only))
  return isTorn ? `${only};` : entries.join('; ')
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
