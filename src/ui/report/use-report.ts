/** Asks the server for a report. */
import type { ReportAnswer } from '#kernel/http/wire.ts'
import { api, type ApiProblem } from '#ui/base/api.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { queryOf, type ReportParams } from './report-params.ts'

export function useReport(name: string, params: ReportParams, enabled = true) {
  const query = queryOf(params)
  return useQuery<ReportAnswer, ApiProblem>({
    queryKey: ['report', name, query],
    queryFn: () => api.get<ReportAnswer>(`/api/report/${name}`, query),
    placeholderData: keepPreviousData,
    enabled,
  })
}
