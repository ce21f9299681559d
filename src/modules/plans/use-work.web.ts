/** What a person did over some days, as far as whoever looks may know it. */
import type { FieldMeta, ReportMeta } from '#kernel/http/wire.ts'
import { useHouse } from '#ui/base/house.tsx'
import { useReport } from '#ui/report/use-report.ts'

export interface Work {
  report: ReportMeta
  params: { from: string; until: string; person: string }
  /** None: it may not be known. */
  row: Record<string, unknown> | null
  isReady: boolean
}

const name = 'work-of-people'

export function useWork(person: string, from: string, until: string): Work | null {
  const report = useHouse().reports[name]
  const params = { from, until, person }
  const { data, isLoading } = useReport(name, params, report !== undefined)
  return report ? { report, params, row: data?.rows[0] ?? null, isReady: !isLoading } : null
}

/** The figures of the report, without whose they are. */
export function figuresOf({ columns }: ReportMeta): FieldMeta[] {
  return columns.filter(({ kind }) => kind === 'integer' || kind === 'money')
}
