/** The home page that the people of a role begin with, laid out as one's own. */
import { api } from '#ui/base/api.ts'
import type { ApiProblem } from '#ui/base/api.ts'
import { Empty } from '#ui/base/empty.tsx'
import { useHouse, useT } from '#ui/base/house.tsx'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { AddTile, Board } from '../home-board.tsx'
import { shownTiles, type HomeTile } from '../home-tiles.ts'
import { useHomeViews } from '../home-views.ts'
import { keptKey } from '../kept.ts'
import '../home.css'
import './view-as.css'

interface TilesAnswer {
  tiles: HomeTile[]
}

function useRoleHome(role: string) {
  const queries = useQueryClient()
  const { showProblem } = useUndoMessage()
  const queryKey = ['role-home', role]
  const home = useQuery<TilesAnswer, ApiProblem>({
    queryKey,
    queryFn: () => api.get<TilesAnswer>('/api/rights/home', { role }),
  })
  const { mutate } = useMutation({
    mutationFn: (tiles: HomeTile[]) => api.patch('/api/rights/home', { role, tiles }),
    onError: (error) => {
      showProblem(error)
      void queries.invalidateQueries({ queryKey })
    },
    // It may be one's own role.
    onSuccess: () => queries.invalidateQueries({ queryKey: keptKey }),
  })
  const keep = (tiles: HomeTile[]) => {
    queries.setQueryData<TilesAnswer>(queryKey, { tiles })
    mutate(tiles)
  }
  return { home, keep }
}

/** Only what is shared can stand there: nobody else sees one's own views. */
export function RoleHome({ role }: { role: { id: string; name: string } }) {
  const t = useT()
  const house = useHouse()
  const { home, keep } = useRoleHome(role.id)
  const views = useHomeViews()?.filter(({ shared }) => shared)
  if (home.error) return <ProblemNotice problem={home.error} />
  if (!home.data || !views) return <Waiting />
  const tiles = shownTiles(house, views, home.data.tiles)
  const tools = { tiles, views, onChange: keep }
  return (
    <>
      <div className="rights-head">
        <AddTile {...tools} />
        {tiles.length > 0 && (
          <Button onClick={() => keep([])}>{t('Back to the usual page')}</Button>
        )}
        <span className="settings-text">
          {t('People see of it what their rights allow, and may arrange their own instead.')}
        </span>
      </div>
      <div className="role-home">
        {tiles.length > 0 ? (
          <Board {...tools} isArranging />
        ) : (
          <Empty
            title={t('{role} begins with the usual page', { role: role.name })}
            text={t('Add tiles to give this role a home page of its own.')}
          />
        )}
      </div>
    </>
  )
}
