/** Finds for what is typed: own commands at once, the server's hits as soon as they come. */
import type { SearchAnswer } from '#kernel/http/wire.ts'
import { api } from '#ui/base/api.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { useOffers } from '#ui/base/offers.tsx'
import { useSavedReports } from '#ui/report/saved-reports.ts'
import { useSettled } from '#ui/base/settled.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { commandsOf, deedsOf, findsOf, matchingCommands } from './finds.ts'
import type { Deed, Find, Sounds } from './finds.ts'
import { readRecent } from './recent.ts'

const restAfterTyping = 120
const shownAtOnce = 8

export function useHits(typed: string) {
  const q = useSettled(typed.trim(), restAfterTyping)
  return useQuery({
    queryKey: ['search', q],
    queryFn: () => api.get<SearchAnswer>('/api/search', { q }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
}

/** Commands are found by pinyin too; how they sound is asked once. */
function useSounds(): Sounds {
  const { locale } = useHouse().user
  const sounds = useQuery({
    queryKey: ['sounds', locale],
    queryFn: () => api.get<Sounds>('/api/meta/sounds'),
    enabled: locale !== 'en',
    staleTime: Infinity,
  })
  return sounds.data ?? noSounds
}

const noSounds: Sounds = {}

export function useFinds(typed: string): { finds: (Find | Deed)[]; isSearching: boolean } {
  const t = useT()
  const house = useHouse()
  const sounds = useSounds()
  const hits = useHits(typed)
  const offers = useOffers()
  const saved = useSavedReports()
  const commands = useMemo(() => commandsOf(house, t, sounds, saved), [house, t, sounds, saved])
  const deeds = deedsOf(offers, t, sounds)
  const recent = useMemo(
    () => readRecent(house.user.id).map((find) => ({ ...find, group: t('Opened lately') })),
    [house.user.id, t],
  )
  if (typed.trim() === '') {
    const here = deeds.slice(0, shownAtOnce)
    return { finds: [...here, ...recent, ...commands.slice(0, shownAtOnce)], isSearching: false }
  }
  const found = hits.data ? findsOf(hits.data, house) : []
  const matching = [...matchingCommands(deeds, typed), ...matchingCommands(commands, typed)]
  return { finds: [...found, ...matching], isSearching: hits.isFetching }
}
