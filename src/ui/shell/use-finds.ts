/** Finds for what is typed: own commands at once, the server's hits as soon as they come. */
import type { SearchAnswer } from '#kernel/http/wire.ts'
import { api } from '#ui/base/api.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { useSettled } from '#ui/base/settled.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { commandsOf, findsOf, matchingCommands, type Find } from './finds.ts'
import { readRecent } from './recent.ts'

const restAfterTyping = 120

export function useHits(typed: string) {
  const q = useSettled(typed.trim(), restAfterTyping)
  return useQuery({
    queryKey: ['search', q],
    queryFn: () => api.get<SearchAnswer>('/api/search', { q }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
}

export function useFinds(typed: string): { finds: Find[]; isSearching: boolean } {
  const t = useT()
  const house = useHouse()
  const hits = useHits(typed)
  const commands = useMemo(() => commandsOf(house, t), [house, t])
  const recent = useMemo(
    () => readRecent(house.user.id).map((find) => ({ ...find, group: t('Opened lately') })),
    [house.user.id, t],
  )
  if (typed.trim() === '') {
    return { finds: [...recent, ...commands.slice(0, 8)], isSearching: false }
  }
  const found = hits.data ? findsOf(hits.data, house) : []
  return { finds: [...found, ...matchingCommands(commands, typed)], isSearching: hits.isFetching }
}
