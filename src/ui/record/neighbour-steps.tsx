/** Steps to the record before and after, in the list that one came from; also by j and k. */
import { useT } from '#ui/base/house.tsx'
import { useKeySheet } from '#ui/base/keys.tsx'
import { useBareKey } from '#ui/base/use-bare-key.ts'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { cameFrom, loadAfter, neighboursAmong, pagesOf } from './neighbours.ts'

export function NeighbourSteps({ entity, id }: { entity: string; id: string }) {
  const t = useT()
  const { neighbours, stepBack, stepOn } = useNeighbours(entity, id)
  useBareKey('k', neighbours?.before != null, stepBack)
  useBareKey('j', neighbours !== null && canStepOn(neighbours), stepOn)
  const hasOthers = neighbours !== null && neighbours.of !== '1'
  const lines = [
    { keys: ['j'], what: t('Next record') },
    { keys: ['k'], what: t('Record before') },
  ]
  useKeySheet(t('In the list'), hasOthers ? lines : [])
  if (neighbours === null || neighbours.of === '1') return null
  return (
    <nav className="neighbours" aria-label={t('In the list')}>
      <Button
        type="text"
        aria-label={t('Record before')}
        title={`${t('Record before')} (k)`}
        disabled={neighbours.before === null}
        icon={<IconChevronLeft size={18} aria-hidden />}
        onClick={stepBack}
      />
      <span className="neighbours-place">
        {neighbours.at} / {neighbours.of}
      </span>
      <Button
        type="text"
        aria-label={t('Next record')}
        title={`${t('Next record')} (j)`}
        disabled={!canStepOn(neighbours)}
        icon={<IconChevronRight size={18} aria-hidden />}
        onClick={stepOn}
      />
    </nav>
  )
}

function canStepOn({ after, hasMore }: { after: string | null; hasMore: boolean }): boolean {
  return after !== null || hasMore
}

function useNeighbours(entity: string, id: string) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const list = cameFrom(queries, entity, id)
  const neighbours = neighboursAmong(pagesOf(list), id)
  const go = (to: string | null) => {
    if (to) void navigate({ to: '/record/$entity/$id', params: { entity, id: to }, replace: true })
  }
  return {
    neighbours,
    stepBack: () => go(neighbours?.before ?? null),
    stepOn: () => {
      if (neighbours?.after) go(neighbours.after)
      else if (list) void loadAfter(queries, list).then(go)
    },
  }
}
