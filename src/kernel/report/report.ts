/** The third noun: what people ask. Its SQL reads only what the person may see. */
import type { Reader } from '../action/ctx.ts'
import type { Sql } from '../db/sql.ts'
import type { Entity, Grant } from '../entity/entity.ts'
import type { Fields, ValueOf } from '../field/field.ts'
import { labelled } from '../field/f.ts'
import type { ChartKind, ChartMeta, TrendMeta } from '../http/wire.ts'

/** A reader with the row permission as a sub-query, so that a report cannot forget it. */
export interface ReportReader extends Reader {
  /** `from ${reader.visible(Order)} o`: rows of this company that this person may see. */
  visible(entity: Entity): Sql
  /** May this person see that field (cost, for instance)? */
  sees(entity: Entity, field: string): boolean
}

export interface ReportSpec<P extends Fields, C extends Fields> {
  name: string
  label: string
  description?: string
  group: string
  allow: Grant
  params: P
  columns: C
  /** Column names in SQL are the snake_case of the columns. */
  rows(reader: ReportReader, params: { [K in keyof P]: ValueOf<P[K]> }): Sql
  total?: readonly Extract<keyof C, string>[]
  chart?: {
    kind: ChartKind
    by: Extract<keyof C, string>
    value: Extract<keyof C, string>
    /** Rows tell two things apart, such as weekday and month: a heat map, this one across. */
    across?: Extract<keyof C, string>
    /** The address of what a row tells of; those with a position stand on a map. */
    place?: Extract<keyof C, string>
    /** Columns of one measure that may stand beside each other, as debts by age do. */
    series?: readonly Extract<keyof C, string>[]
  }
  /** Figure → the report that tells it month by month, this one or another. */
  trends?: Readonly<Partial<Record<Extract<keyof C, string>, TrendMeta>>>
  behind?: readonly BehindSpec<P, C>[]
}

/**
 * The records that figures of the report count or sum up. A figure without any, such as a ratio,
 * leads nowhere.
 */
export interface BehindSpec<P extends Fields, C extends Fields> {
  entity: string
  /** Columns that tell the rows of the report apart, as far as they tell these records apart. */
  by: readonly Extract<keyof C, string>[]
  /** Figures that say how many records there are. */
  count?: readonly Extract<keyof C, string>[]
  /** Figures that are the sum of what each record adds. */
  sum?: readonly Extract<keyof C, string>[]
  /** `record` (the id), the columns of `by`, and those of `sum`: what the record adds. */
  rows(reader: ReportReader, params: { [K in keyof P]: ValueOf<P[K]> }): Sql
}

export interface Behind {
  entity: string
  by: readonly string[]
  count: readonly string[]
  sum: readonly string[]
  rows(reader: ReportReader, params: Record<string, unknown>): Sql
}

export interface Report {
  name: string
  label: string
  description?: string
  group: string
  allow: Grant
  params: Fields
  columns: Fields
  rows(reader: ReportReader, params: Record<string, unknown>): Sql
  total: readonly string[]
  chart?: ChartMeta
  trends: Readonly<Record<string, TrendMeta>>
  behind: readonly Behind[]
}

export function defineReport<const P extends Fields, const C extends Fields>(
  spec: ReportSpec<P, C>,
): Report {
  const { rows, total = [], params, columns, trends = {}, behind = [], ...rest } = spec
  return {
    ...rest,
    params: labelled(params),
    columns: labelled(columns),
    total,
    trends,
    rows: (reader, given) => rows(reader, given as { [K in keyof P]: ValueOf<P[K]> }),
    behind: behind.map((one) => ({
      count: [],
      sum: [],
      ...one,
      rows: (reader, given) => one.rows(reader, given as { [K in keyof P]: ValueOf<P[K]> }),
    })),
  }
}
