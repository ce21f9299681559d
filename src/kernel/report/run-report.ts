/** Asks a report: rights, parameters, its own SQL over what the person may see, totals, names. */
import { fail } from '../base/fail.ts'
import { seenFields } from '../access/fields.ts'
import type { Sight } from '../access/scope.ts'
import { sql } from '../db/sql.ts'
import { columnName } from '../entity/entity.ts'
import { parseInput } from '../entity/parse-draft.ts'
import type { Fields } from '../field/field.ts'
import type { House } from '../house.ts'
import type { RefTitles, ReportAnswer } from '../http/wire.ts'
import { sum } from '../money/decimal.ts'
import { titlesByIds } from '../query/titles.ts'
import { reportReader } from './reader.ts'
import type { Report } from './report.ts'

/** More rows than a person reads; an export asks for all. */
export const mostReportRows = 5000

/** @throws {Refusal} `report.not-allowed` (403), `input.invalid` for a parameter */
export async function runReport(
  house: House,
  sight: Sight,
  report: Report,
  given: unknown,
  most = mostReportRows,
): Promise<ReportAnswer> {
  const { person } = sight.reader
  if (sight.grants.scopes(person, report.name, 'report').length === 0) {
    fail('report.not-allowed', {}, { status: 403 })
  }
  const params = parseInput(report.params, given, { person, place: sight.reader, partial: false })
  const query = report.rows(reportReader(sight), params)
  const raws = await house.database.read<Record<string, unknown>>(
    sight.reader.tenant,
    sql`select * from (${query}) answer limit ${most}`,
  )
  const columns = seenFields(report.columns, person)
  const rows = raws.map((row) => named(columns, row))
  const summed = report.total.filter((column) => column in columns)
  const totals = totalsOf(columns, summed, rows)
  return { rows, refs: await refsOf(house, sight, columns, rows), totals }
}

/** The database counts in numbers too long for some, as text; a declared count is a number. */
function named(columns: Fields, row: Record<string, unknown>): Record<string, unknown> {
  const values = Object.entries(columns).map(([column, { kind }]) => {
    const value = row[columnName(column)] ?? null
    return [column, value !== null && kind === 'integer' ? Number(value) : value]
  })
  return Object.fromEntries(values) as Record<string, unknown>
}

async function refsOf(
  house: House,
  sight: Sight,
  columns: Fields,
  rows: Record<string, unknown>[],
): Promise<RefTitles> {
  const pointers = new Map<string, Set<string>>()
  for (const [column, field] of Object.entries(columns)) {
    if (!field.target) continue
    const ids = pointers.get(field.target) ?? new Set<string>()
    for (const row of rows) if (typeof row[column] === 'string') ids.add(row[column])
    pointers.set(field.target, ids)
  }
  const titles = await titlesByIds(house, sight, pointers)
  const refs: RefTitles = {}
  for (const [target, ids] of pointers) {
    refs[target] = Object.fromEntries([...ids].map((id) => [id, { title: titles.get(id) ?? '' }]))
  }
  return refs
}

/** Amounts of two currencies are never added: such a column has no total. */
export function totalsOf(
  columns: Fields,
  summed: readonly string[],
  rows: Record<string, unknown>[],
): Record<string, string> {
  const totals: Record<string, string> = {}
  for (const column of summed) {
    const currency = columns[column]?.currency
    const [only, ...others] = new Set(currency ? rows.map((row) => row[currency]) : [])
    if (others.length > 0) continue
    totals[column] = sum(rows.map((row) => String(row[column] ?? '0')))
    if (currency && typeof only === 'string') totals[currency] = only
  }
  return totals
}
