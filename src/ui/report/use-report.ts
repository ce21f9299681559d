/** Asks the server for a report. */
import type { ReportAnswer } from '#kernel/http/wire.ts'
import { api, type ApiProblem } from '#ui/base/api.ts'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { queryOf, type ReportParams } from './report-params.ts'

export function reportQuery(name: string, params: ReportParams) {
  const query = queryOf(params)
  return queryOptions<ReportAnswer, ApiProblem>({
    queryKey: ['report', name, query],
    queryFn: () => api.get<ReportAnswer>(`/api/report/${name}`, query),
  })
}

export function useReport(name: string, params: ReportParams, enabled = true) {
  return useQuery({ ...reportQuery(name, params), placeholderData: keepPreviousData, enabled })
}
