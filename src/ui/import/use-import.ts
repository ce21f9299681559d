/** One import from the file to the result: what the server read, decided and did. */
import { api } from '#ui/base/api.ts'
import type { ApiProblem } from '#ui/base/api.ts'
import { refreshAll } from '#ui/base/queries.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { takeAll } from './likely-choice.ts'
import type { ImportLook, ImportOrder, ImportState } from './import-types.ts'

const PULSE = 700

/** What is to be read: a file, or pasted cells. */
export type Source = { file: File } | { pasted: string }

/** How it is to be read, where the guess was wrong. */
export interface Reading {
  encoding?: string
  separator?: string
  sheet?: string
  headerRow?: number
}

export function useImport(entity: string) {
  const queries = useQueryClient()
  const [look, setLook] = useState<ImportLook | null>(null)
  const [job, setJob] = useState<'check' | 'run' | null>(null)
  const [choice, setChoice] = useState(takeAll)
  const id = look?.id
  const open = useMutation<ImportLook, ApiProblem, Source>({
    mutationFn: (source) => openSource(entity, source),
    onSuccess: setLook,
  })
  const again = useMutation<ImportLook, ApiProblem, Reading>({
    mutationFn: (reading) => api.post<ImportLook>(`/api/import/${id}/look`, reading),
    onSuccess: setLook,
  })
  const start = useMutation<unknown, ApiProblem, { what: 'check' | 'run'; order: ImportOrder }>({
    mutationFn: async ({ what, order }) => {
      await api.post(`/api/import/${id}/${what}`, order)
      await queries.invalidateQueries({ queryKey: ['import', id] })
    },
    onSuccess: (_, { what }) => setJob(what),
  })
  const state = useImportState(id, job)
  const isOver = state.data !== undefined && isAtRest(state.data)
  useEffect(() => {
    if (isOver) refreshAll(queries)
  }, [isOver, queries])
  return {
    look,
    job,
    open,
    again,
    start,
    state: job ? state.data : undefined,
    isOver: job !== null && isOver && !start.isPending,
    problem: open.error ?? again.error ?? start.error ?? state.error,
    /** Does what the trial run did in trial; goes on where it stopped. */
    run: () =>
      start.variables &&
      start.mutate({ what: 'run', order: { ...start.variables.order, ...choice } }),
    /** What becomes of rows that may be there already. */
    choice,
    setChoice,
    cancel: () => api.post(`/api/import/${id}/cancel`),
    /** Back to the mapping. */
    reconsider: () => {
      setChoice(takeAll)
      setJob(null)
    },
    restart: () => {
      setLook(null)
      setChoice(takeAll)
      setJob(null)
    },
  }
}

function openSource(entity: string, source: Source): Promise<ImportLook> {
  if ('pasted' in source) return api.post<ImportLook>('/api/import', { entity, ...source })
  const form = new FormData()
  form.append('entity', entity)
  form.append('file', source.file)
  return api.post<ImportLook>('/api/import', form)
}

function useImportState(id: string | undefined, job: string | null) {
  return useQuery<ImportState, ApiProblem>({
    queryKey: ['import', id, job],
    queryFn: () => api.get<ImportState>(`/api/import/${id}`),
    enabled: id !== undefined && job !== null,
    refetchInterval: ({ state }) => (state.data && isAtRest(state.data) ? false : PULSE),
  })
}

function isAtRest({ status }: ImportState): boolean {
  return status !== 'checking' && status !== 'running' && status !== 'new'
}
