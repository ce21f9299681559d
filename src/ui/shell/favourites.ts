/** The pages that a person keeps at hand, in the menu on every device. */
import type { Favourite } from '#kernel/session/favourites.ts'
import { api, type ApiProblem } from '#ui/base/api.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

export type { Favourite }

/** What is kept with the person, asked once in the frame. */
interface Kept {
  favourites: Favourite[]
}

const none: Favourite[] = []

export function useFavourites(): Favourite[] {
  const kept = useQuery<Kept, ApiProblem>({
    queryKey: ['session'],
    queryFn: () => api.get<Kept>('/api/session'),
    staleTime: Infinity,
  })
  return kept.data?.favourites ?? none
}

/** Adds the page behind the others, or takes it out. */
export function toggled(kept: readonly Favourite[], page: Favourite): Favourite[] {
  const others = kept.filter(({ href }) => href !== page.href)
  return others.length < kept.length ? others : [...kept, page]
}

/** Shown at once; taken back when the server does not keep it. */
export function useToggleFavourite(): (page: Favourite) => void {
  const queries = useQueryClient()
  const { showProblem } = useUndoMessage()
  const show = (favourites: Favourite[]) => {
    queries.setQueryData<Kept>(['session'], (was) => was && { ...was, favourites })
  }
  const keep = useMutation({
    mutationFn: (favourites: Favourite[]) => api.patch('/api/session/favourites', { favourites }),
    onError: (error) => {
      showProblem(error)
      void queries.invalidateQueries({ queryKey: ['session'] })
    },
  })
  return (page) => {
    const next = toggled(queries.getQueryData<Kept>(['session'])?.favourites ?? [], page)
    show(next)
    keep.mutate(next)
  }
}
