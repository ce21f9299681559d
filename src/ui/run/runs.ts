/** One's own work on very many records: what goes on, and what ended not long ago. */
import type { RunAnswer } from '#kernel/http/wire.ts'
import { api, type ApiProblem } from '#ui/base/api.ts'
import { refreshAll } from '#ui/base/queries.ts'
import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'

const pulseMs = 1000
/** So long an end is still news to who comes back to the list. */
const newsMs = 15 * 60 * 1000
/** Ended ones above a list, the latest. */
const mostOver = 3
const closedKey = 'shangmai.closed-runs'

interface RunsAnswer {
  runs: RunAnswer[]
}

const key = ['run']

/** Asked anew at once, since something was begun. */
export function lookForRuns(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: key })
}

/** Of one entity, or all; those whose end one has closed are not shown again. */
export function useRuns(entity?: string) {
  const queries = useQueryClient()
  const { closed, close } = useClosed()
  const answer = useQuery<RunsAnswer, ApiProblem>({
    queryKey: key,
    queryFn: () => api.get('/api/run'),
    refetchInterval: ({ state }) => (going(state.data).length > 0 ? pulseMs : false),
  })
  const count = going(answer.data).length
  const seen = useRef(0)
  // What ended has changed what every page shows.
  useEffect(() => {
    if (count < seen.current) refreshAll(queries)
    seen.current = count
  }, [count, queries])
  const shown = (answer.data?.runs ?? []).filter(
    (run) => isNews(run) && !closed.has(run.id) && (!entity || run.entity === entity),
  )
  const over = shown.filter(isOver).slice(0, mostOver)
  return { runs: [...going({ runs: shown }), ...over], close }
}

function going(answer: RunsAnswer | undefined): RunAnswer[] {
  return (answer?.runs ?? []).filter(({ status }) => status === 'running')
}

function isOver({ status }: RunAnswer): boolean {
  return status !== 'running'
}

function isNews({ status, changedAt }: RunAnswer): boolean {
  return status === 'running' || Date.now() - Date.parse(changedAt) < newsMs
}

/** For this window alone. */
function useClosed() {
  const [closed, setClosed] = useState<ReadonlySet<string>>(
    () => new Set(sessionStorage.getItem(closedKey)?.split(' ')),
  )
  const close = (id: string) => {
    const all = new Set([...closed, id])
    sessionStorage.setItem(closedKey, [...all].join(' '))
    setClosed(all)
  }
  return { closed, close }
}

export function useCancelRun() {
  const queries = useQueryClient()
  return useMutation<unknown, ApiProblem, string>({
    mutationFn: (id) => api.post(`/api/run/${id}/cancel`),
    onSettled: () => lookForRuns(queries),
  })
}
