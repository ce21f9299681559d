/** The third noun: what people ask. Its SQL reads only what the person may see. */
import type { Reader } from '../action/ctx.ts'
import type { Sql } from '../db/sql.ts'
import type { Entity, Grant } from '../entity/entity.ts'
import type { Fields, ValueOf } from '../field/field.ts'
import { labelled } from '../field/f.ts'

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
    kind: 'bar' | 'line' | 'pie'
    by: Extract<keyof C, string>
    value: Extract<keyof C, string>
  }
  /** Rows behind a figure: field of the entity → column of the report. */
  open?: { entity: string; where: Record<string, string> }
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
  chart?: { kind: 'bar' | 'line' | 'pie'; by: string; value: string }
  open?: { entity: string; where: Record<string, string> }
}

export function defineReport<const P extends Fields, const C extends Fields>(
  spec: ReportSpec<P, C>,
): Report {
  const { rows, total = [], params, columns, ...rest } = spec
  return {
    ...rest,
    params: labelled(params),
    columns: labelled(columns),
    total,
    rows: (reader, given) => rows(reader, given as { [K in keyof P]: ValueOf<P[K]> }),
  }
}
