/** A board on the phone: one column at a time, by tabs or by swiping; a menu moves a card. */
import { useT } from '#ui/base/house.tsx'
import { Dot } from '#ui/field/cell-choice.tsx'
import { useEffect, useRef, useState, type TouchEvent } from 'react'
import type { Group } from '../group.ts'
import { BoardColumn } from './board-column.tsx'
import type { Shared } from './list-board.tsx'

const least = 60

/** A finger that goes clearly sideways: 1 to the next column, -1 to the one before. */
function useSwipe(onSwipe: (step: 1 | -1) => void) {
  const start = useRef({ x: 0, y: 0 })
  const pointOf = ({ changedTouches }: TouchEvent) => {
    const touch = changedTouches.item(0)
    return { x: touch.clientX, y: touch.clientY }
  }
  return {
    onTouchStart: (event: TouchEvent) => (start.current = pointOf(event)),
    onTouchEnd: (event: TouchEvent) => {
      const end = pointOf(event)
      const [right, down] = [end.x - start.current.x, end.y - start.current.y]
      if (Math.abs(right) > least && Math.abs(right) > 2 * Math.abs(down)) {
        onSwipe(right < 0 ? 1 : -1)
      }
    },
  }
}

function ColumnTab(props: { group: Group; current: boolean; onOpen: () => void }) {
  const { group, current } = props
  const tab = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (current) tab.current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [current])
  return (
    <button
      ref={tab}
      type="button"
      className="board-tab"
      aria-pressed={current}
      onClick={props.onOpen}
    >
      {group.tone ? <Dot tone={group.tone} label={group.label} /> : group.label}
      {group.count !== undefined && <span className="count">{group.count}</span>}
    </button>
  )
}

export function PhoneBoard({ shared, groups }: { shared: Shared; groups: readonly Group[] }) {
  const t = useT()
  const [open, setOpen] = useState(() => groups.find(({ count }) => count !== 0)?.key)
  const at = Math.max(
    groups.findIndex(({ key }) => key === open),
    0,
  )
  const group = groups[at]
  const swipe = useSwipe((step) => {
    const next = groups[at + step]
    if (next) setOpen(next.key)
  })
  if (!group) return null
  return (
    <>
      <div className="board-tabs" role="group" aria-label={t('Columns')}>
        {groups.map((one) => (
          <ColumnTab
            key={one.key}
            group={one}
            current={one.key === group.key}
            onOpen={() => setOpen(one.key)}
          />
        ))}
      </div>
      <div className="board-phone" {...swipe}>
        <BoardColumn
          key={group.key}
          {...shared}
          group={group}
          verdict={undefined}
          isOver={false}
          others={groups.filter(({ key }) => key !== group.key)}
        />
      </div>
    </>
  )
}
