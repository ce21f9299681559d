/** What the browser is told of reports: what each is asked with, answers, draws and leads to. */
import type { FieldMeta } from './wire.ts'

export type ChartKind = 'bar' | 'line' | 'pie' | 'funnel' | 'heat' | 'map'

export interface ChartMeta {
  /** What is drawn at first. */
  kind: ChartKind
  /** Column that names a point. */
  by: string
  value: string
  /** Column that names a point the other way: each of its values is one column of a heat map. */
  across?: string
  /** Column with the address where a point stands on the map. */
  place?: string
  /** Columns of one measure that may stand beside each other. */
  series?: readonly string[]
}

/** The report that tells a figure month by month. */
export interface TrendMeta {
  report: string
  /** Column with the month, as 2026-11. */
  by: string
  value: string
  /** Parameters that say the first and the last day. */
  from: string
  until: string
}

export interface ReportMeta {
  name: string
  label: string
  description?: string
  group: string
  params: FieldMeta[]
  columns: FieldMeta[]
  totals: string[]
  chart?: ChartMeta
  /** Figure → where its course over time stands. */
  trends: Record<string, TrendMeta>
  /** Figure → the entity of the records behind it, and the columns that tell its rows apart. */
  behind: Record<string, { entity: string; by: string[] }>
}
