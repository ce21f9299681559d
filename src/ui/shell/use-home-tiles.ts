/** The tiles of a person's home page, or of her role's; kept at once, taken back when refused. */
import { api } from '#ui/base/api.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { useHouse } from '#ui/base/house.tsx'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { shownTiles, type HomeTile } from './home-tiles.ts'
import { useHomeViews, type HomeView } from './home-views.ts'
import { keptKey, useKept, type Kept } from './kept.ts'

const none: HomeView[] = []

export interface HomeTiles {
  isKnown: boolean
  /** What stands there; none = the usual page. */
  tiles: HomeTile[]
  /** Whether she laid them out herself. */
  isOwn: boolean
  /** Name of the role whose page this is, or would be without the own one. */
  role: string | null
  views: HomeView[]
  keep: (tiles: HomeTile[]) => void
}

export function useHomeTiles(): HomeTiles {
  const house = useHouse()
  const queries = useQueryClient()
  const { showProblem } = useUndoMessage()
  const kept = useKept()
  const known = useHomeViews()
  const views = known ?? none
  const { mutate } = useMutation({
    mutationFn: (tiles: HomeTile[]) => api.patch('/api/session/home', { tiles }),
    onError: (error) => {
      showProblem(error)
      void queries.invalidateQueries({ queryKey: keptKey })
    },
  })
  const keep = (tiles: HomeTile[]) => {
    queries.setQueryData<Kept>(keptKey, (was) => was && { ...was, tiles })
    mutate(tiles)
  }
  const isOwn = (kept?.tiles.length ?? 0) > 0
  const roleHome = kept?.roleHome ?? null
  const tiles = shownTiles(house, views, (isOwn ? kept?.tiles : roleHome?.tiles) ?? [])
  const isKnown = kept !== undefined && known !== undefined
  return { isKnown, tiles, isOwn, role: roleHome?.role ?? null, views, keep }
}
