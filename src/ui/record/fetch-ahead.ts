/** Reads what the page of a record needs before it is opened: one sees where a hand is going. */
import type { ChainAnswer, EntityMeta } from '#kernel/http/wire.ts'
import { api } from '#ui/base/api.ts'
import { recordQuery } from '#ui/base/queries.ts'
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

/** So long a pointer rests on what it means, and does not on what it passes. */
const rest = 50

export function chainQuery({ name, title, state, fields }: EntityMeta, id: string) {
  const isDocument =
    state && fields.some((field) => field.name === title && field.kind === 'serial')
  return queryOptions<ChainAnswer>({
    queryKey: ['chain', name, id],
    queryFn: () => api.get<ChainAnswer>(`/api/${name}/${id}/chain`),
    enabled: isDocument === true,
  })
}

export function useFetchAhead(entity: EntityMeta): (id: string) => void {
  const queries = useQueryClient()
  return (id) => {
    void queries.prefetchQuery(recordQuery(entity.name, id))
    const chain = chainQuery(entity, id)
    if (chain.enabled === true) void queries.prefetchQuery(chain)
  }
}

/** What an element is given that opens this record. */
export function useIntent(entity: EntityMeta, id: string) {
  const fetchAhead = useFetchAhead(entity)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(waiting.current), [])
  return {
    onPointerEnter: () => {
      waiting.current = setTimeout(() => fetchAhead(id), rest)
    },
    onPointerLeave: () => clearTimeout(waiting.current),
    onPointerDown: () => fetchAhead(id),
  }
}
