/** Links to other records: one, several, a person, or the rows a document owns. */
import { fail } from '../base/fail.ts'
import { asText, checkedId } from './check.ts'
import type { FieldType } from './field.ts'

export const ref: FieldType = {
  column: 'uuid',
  parse: (value) => (value === '' ? null : checkedId(value)),
  fromText: (cell) => cell.trim(),
  toText: asText,
  operators: ['equal', 'in', 'not', 'empty'],
  sortable: false,
  groupable: true,
}

/** A user of the house; 'me' and 'my-team' stand for people in filters. */
export const person: FieldType = { ...ref }

export const refs: FieldType = {
  ...ref,
  column: 'uuid[]',
  parse(value) {
    if (!Array.isArray(value)) fail('field.list-expected')
    if (value.length > 500) fail('field.too-long', { longest: 500, length: value.length })
    return [...new Set(value.map(checkedId))]
  },
  // Names have commas in them: Acme, Inc.
  fromText: (cell) => cell.split(/[;；、]/u).flatMap((name) => name.trim() || []),
  operators: ['in', 'not', 'empty'],
  groupable: false,
}

/** A stored file: its id; content and rights live with the file. */
export const file: FieldType = { ...ref, operators: ['empty'], groupable: false }

export const picture: FieldType = { ...file }

/** Rows owned by a document. They are parsed by their own entity (entity/parse-draft.ts). */
export const lines: FieldType = {
  column: null,
  parse: (value) => value,
  fromText: (cell) => cell,
  toText: (value) => (Array.isArray(value) ? String(value.length) : ''),
  operators: [],
  sortable: false,
  groupable: false,
}
