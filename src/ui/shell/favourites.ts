/** The pages that a person keeps at hand, in the menu on every device. */
import type { Favourite } from '#kernel/session/favourites.ts'
import { api } from '#ui/base/api.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { keptKey, useKept, type Kept } from './kept.ts'

export type { Favourite }

const none: Favourite[] = []

export function useFavourites(): Favourite[] {
  return useKept()?.favourites ?? none
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
    queries.setQueryData<Kept>(keptKey, (was) => was && { ...was, favourites })
  }
  const keep = useMutation({
    mutationFn: (favourites: Favourite[]) => api.patch('/api/session/favourites', { favourites }),
    onError: (error) => {
      showProblem(error)
      void queries.invalidateQueries({ queryKey: keptKey })
    },
  })
  return (page) => {
    const next = toggled(queries.getQueryData<Kept>(keptKey)?.favourites ?? [], page)
    show(next)
    keep.mutate(next)
  }
}
