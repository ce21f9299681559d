/** Days of the calendar and moments in time. */
import { fail } from '../base/fail.ts'
import { isDate } from '../time/date.ts'
import { storableInstant } from '../time/instant.ts'
import { parseDate } from '../time/parse-date.ts'
import { parseInstant } from '../time/parse-instant.ts'
import { asText } from './check.ts'
import type { FieldType } from './field.ts'

const operators = [
  'equal',
  'in',
  'not',
  'from',
  'until',
  'over',
  'under',
  'within',
  'empty',
] as const

export const date: FieldType = {
  column: 'date',
  parse(value) {
    if (value === '') return null
    if (typeof value !== 'string' || !isDate(value)) fail('field.not-a-date')
    return value
  },
  fromText: (cell) => (cell.trim() === '' ? '' : (parseDate(cell) ?? cell)),
  toText: asText,
  operators,
  sortable: true,
  groupable: true,
}

const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:?\d{2})$/u

export const instant: FieldType = {
  ...date,
  column: 'timestamptz',
  parse(value) {
    if (value === '') return null
    if (typeof value !== 'string' || !iso.test(value)) fail('field.not-an-instant')
    return storableInstant(value) ?? fail('field.not-an-instant')
  },
  fromText: (cell, _field, { timeZone }) => parseInstant(cell, timeZone) ?? cell.trim(),
  groupable: false,
}
