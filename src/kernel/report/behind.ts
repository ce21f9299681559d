/** The records behind a figure of a report: which they are, and what each adds to it. */
import { fail } from '../base/fail.ts'
import { seesField } from '../access/fields.ts'
import type { Sight } from '../access/scope.ts'
import { join, name, raw, sql, type Sql } from '../db/sql.ts'
import { columnName, type Entity } from '../entity/entity.ts'
import { parseInput } from '../entity/parse-draft.ts'
import { castOf } from '../query/compile-where.ts'
import type { BehindFigure } from '../query/where.ts'
import { paramsOfTexts } from './param-texts.ts'
import { reportReader } from './reader.ts'
import type { Behind, Report } from './report.ts'

interface Asked {
  report: Report
  behind: Behind
  figure: BehindFigure
}

/** The condition that a record of this entity stands behind the figure. */
export function isBehindSql(sight: Sight, entity: Entity, figure: BehindFigure, alias: string) {
  const asked = askedOf(sight, entity, figure)
  return sql`${raw(alias)}.id in (select b.record from (${recordsSql(sight, asked)}) b)`
}

/**
 * What the records among `condition` add to the figure, as one row with `sum`; null where the
 * figure only counts them.
 * @param condition over the entity's table as `r`
 */
export function behindSumSql(
  sight: Sight,
  entity: Entity,
  figure: BehindFigure,
  condition: Sql,
): Sql | null {
  const asked = askedOf(sight, entity, figure)
  if (!asked.behind.sum.includes(figure.figure)) return null
  const column = raw(`b."${columnName(figure.figure)}"`)
  return sql`select coalesce(sum(${column}), 0) as sum
    from (${recordsSql(sight, asked)}) b
    where b.record in (select r.id from ${name(entity.table)} r where ${condition})`
}

/** The declared records of a figure, cut to those of the asked row. */
function recordsSql(sight: Sight, { report, behind, figure }: Asked): Sql {
  const { person } = sight.reader
  const given = paramsOfTexts(report.params, figure.params ?? {})
  const params = parseInput(report.params, given, { person, place: sight.reader, partial: false })
  const conditions = behind.by.flatMap((column) => {
    const wanted = figure.row?.[column]
    const field = report.columns[column]
    if (wanted === undefined || !field) return []
    const type = raw(castOf(field))
    return [sql`d.${name(columnName(column))} is not distinct from ${wanted}::${type}`]
  })
  // What adds nothing does not stand behind a sum.
  const adds = sql`d.${name(columnName(figure.figure))} <> 0`
  if (behind.sum.includes(figure.figure)) conditions.push(adds)
  const all = behind.rows(reportReader(sight), params)
  return conditions.length === 0
    ? all
    : sql`select * from (${all}) d where ${join(conditions, ' and ')}`
}

/** @throws {Refusal} `report.not-allowed` (403), `filter.unknown-field` (400) */
function askedOf(sight: Sight, entity: Entity, figure: BehindFigure): Asked {
  const report = sight.registry.reports.get(figure.report)
  const { person } = sight.reader
  if (report && sight.grants.scopes(person, report.name, 'report').length === 0)
    fail('report.not-allowed', {}, { status: 403 })
  const column = report?.columns[figure.figure]
  const behind = report?.behind.find(({ count, sum }) => [...count, ...sum].includes(figure.figure))
  if (!report || !column || !seesField(column, person) || behind?.entity !== entity.name)
    fail('filter.unknown-field', { field: 'behind' }, { status: 400, field: 'behind' })
  return { report, behind, figure }
}
