/** Checks the part of a filter that asks for the records behind a figure of a report. */
import { fail } from '../base/fail.ts'
import type { BehindFigure, Scalar } from './where.ts'

const most = 40
const longest = 500

/**
 * Who may ask the report, and whether it has such a figure, is asked where the list is read.
 * @throws {Refusal} `filter.…` (400): only a whole list can be asked so, no part of a filter
 */
export function parseBehind(given: unknown, depth: number): BehindFigure {
  if (depth > 0) bad('filter.unknown-field')
  const { report, figure, row = {}, params = {}, ...others } = objectOf(given)
  if (!isWord(report) || !isWord(figure) || Object.keys(others).length > 0) bad()
  return { report, figure, row: scalars(row), params: texts(params) }
}

function objectOf(given: unknown): Record<string, unknown> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) bad()
  if (Object.keys(given).length > most) bad()
  return given as Record<string, unknown>
}

function isWord(value: unknown): value is string {
  const isShort = typeof value === 'string' && value.length <= longest
  return isShort && !value.includes('\u0000') && value.isWellFormed()
}

function scalars(given: unknown): Record<string, Scalar> {
  const values = objectOf(given)
  const isScalar = (value: unknown) =>
    value === null || typeof value === 'boolean' || Number.isFinite(value) || isWord(value)
  if (!Object.values(values).every(isScalar)) bad()
  return values as Record<string, Scalar>
}

function texts(given: unknown): Record<string, string> {
  const values = objectOf(given)
  if (!Object.values(values).every(isWord)) bad()
  return values as Record<string, string>
}

function bad(rule = 'filter.wrong-value'): never {
  return fail(rule, { field: 'behind' }, { status: 400, field: 'behind' })
}
