/** A report as the address shows it: parameters, look, answer, and how to change them. */
import type { ReportAnswer, ReportMeta } from '#kernel/http/wire.ts'
import { movedDays } from '#kernel/report/moving-days.ts'
import { useHouse } from '#ui/base/house.tsx'
import { useNavigate } from '@tanstack/react-router'
import { lookOf, lookWith, type ReportLook } from './report-look.ts'
import { missingParams, paramsOf, searchOf, type ReportParams } from './report-params.ts'
import { useReport } from './use-report.ts'

export interface ReportView {
  report: ReportMeta
  /** As they stand in the address; days may be words that move with the calendar. */
  raw: ReportParams
  params: ReportParams
  look: ReportLook
  /** Must be given before the report can be asked. */
  missing: ReportMeta['params']
  answer: ReportAnswer | undefined
  error: Error | null
  again: () => void
  ask: (changes: ReportParams) => void
  lookAt: (changes: { [K in keyof ReportLook]?: unknown }) => void
  /** Puts this into the address. */
  open: (search: ReportParams) => void
}

export function useReportView(report: ReportMeta, search: ReportParams): ReportView {
  const navigate = useNavigate()
  const { today } = useHouse()
  const raw = paramsOf(report, search)
  const params = movedDays(raw, today)
  const look = lookOf(search)
  const missing = missingParams(report, params)
  const answer = useReport(report.name, params, missing.length === 0)
  const open = (next: ReportParams) => {
    const address = { to: '/report/$name', params: { name: report.name }, search: next } as const
    void navigate({ ...address, replace: true })
  }
  const go = (nextParams: ReportParams, nextLook: ReportLook) => {
    open({ ...searchOf(report, nextParams), ...nextLook })
  }
  return {
    report,
    raw,
    params,
    look,
    missing,
    answer: answer.data,
    error: answer.error,
    again: () => void answer.refetch(),
    ask: (changes) => go({ ...raw, ...changes }, look),
    lookAt: (changes) => go(raw, lookWith(look, changes)),
    open,
  }
}
