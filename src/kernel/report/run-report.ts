/** Asks a report: rights, parameters, its own SQL over what the person may see, totals, names. */
import { fail } from '../base/fail.ts'
import { seenFields, seesField } from '../access/fields.ts'
import { rowScope, type Sight } from '../access/scope.ts'
import { name, raw, sql } from '../db/sql.ts'
import { columnName } from '../entity/entity.ts'
import { parseInput } from '../entity/parse-draft.ts'
import type { Fields } from '../field/field.ts'
import type { House } from '../house.ts'
import type { RefTitles, ReportAnswer } from '../http/wire.ts'
import { sum } from '../money/decimal.ts'
import { titlesByIds } from '../query/titles.ts'
import type { Report, ReportReader } from './report.ts'

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
  const totals = totalsOf(
    report.total.filter((column) => column in columns),
    rows,
  )
  return { rows, refs: await refsOf(house, sight, columns, rows), totals }
}

export function reportReader(sight: Sight): ReportReader {
  return {
    ...sight.reader,
    visible: (entity) => {
      const bin = entity.isLine ? raw('') : raw(' and v.deleted_at is null')
      return sql`(select v.* from ${name(entity.table)} v
        where v.tenant = ${sight.reader.tenant}${bin} and ${rowScope(sight, entity, 'read', 'v')})`
    },
    sees: (entity, field) => {
      const declared = entity.fields[field]
      return declared !== undefined && seesField(declared, sight.reader.person)
    },
  }
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

function totalsOf(
  columns: readonly string[],
  rows: Record<string, unknown>[],
): Record<string, string> {
  return Object.fromEntries(
    columns.map((column) => [column, sum(rows.map((row) => String(row[column] ?? '0')))]),
  )
}
