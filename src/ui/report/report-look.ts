/** How a report is looked at, beside its parameters: chart, figure, order, and the saved report. */
import type { ChartKind } from '#kernel/http/wire.ts'
import type { ChartWish } from './chart-shape.ts'
import type { ReportSort } from './report-rows.ts'

/** As it stands in the address; what is the usual is left out. */
export interface ReportLook {
  chart?: ChartKind
  figure?: string
  /** Currency of the chart. */
  in?: string
  /** '-revenue' = the largest first. */
  sort?: string
  /** Id of the saved report that is open. */
  saved?: string
}

const keys = ['chart', 'figure', 'in', 'sort', 'saved'] as const

export function lookOf(search: Record<string, unknown>): ReportLook {
  const given = keys.flatMap((key) => {
    const value = search[key]
    return typeof value === 'string' && value !== '' ? [[key, value]] : []
  })
  return Object.fromEntries(given) as ReportLook
}

/** The look with some of it changed; what is empty is left out. */
export function lookWith(look: ReportLook, changes: { [K in keyof ReportLook]?: unknown }) {
  return lookOf({ ...look, ...changes })
}

export function wishOf({ chart, figure, in: currency }: ReportLook): ChartWish {
  return { kind: chart, figure, currency }
}

export function lookOfWish({ kind, figure, currency }: ChartWish) {
  return { chart: kind, figure, in: currency }
}

export function sortOf({ sort }: ReportLook): ReportSort | null {
  if (!sort) return null
  const descending = sort.startsWith('-')
  return { column: descending ? sort.slice(1) : sort, descending }
}

/** The next order after a click on a heading: up, down, and back to the report's own. */
export function nextSort(look: ReportLook, column: string): string {
  if (look.sort === column) return `-${column}`
  return look.sort === `-${column}` ? '' : column
}
