/** The rows of a list as a board: a column per value of a field, cards that can be carried. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { useStable } from '#ui/base/stable.ts'
import { useMemo, useState, type KeyboardEvent } from 'react'
import '../carry/carry.css'
import { useCarry, type Carried } from '../carry/use-carry.ts'
import { boardGroups, type Group } from '../group.ts'
import { nothing, toggled, type Selection } from '../selection.ts'
import { useGroups } from '../use-groups.ts'
import { useSteps } from '../use-steps.ts'
import type { ListView } from '../use-list-view.ts'
import { boardCardFields } from './board-card.tsx'
import { BoardColumn, type ColumnProps, type Loaded } from './board-column.tsx'
import './board.css'
import { moveFocus } from './move-focus.ts'
import { PhoneBoard } from './phone-board.tsx'
import { QuestionDialog } from './question-dialog.tsx'
import { useMoves, type Moves } from '../carry/use-moves.tsx'

interface ListBoardProps {
  view: ListView
  field: FieldMeta
  selection: Selection
  onSelect: (selection: Selection) => void
}

export type Shared = Omit<ColumnProps, 'group' | 'verdict' | 'isOver' | 'others'>

/** What all columns have in common: loaded cards by column, ticks, moves. */
function useShared(props: ListBoardProps, moves: Moves, lifted: string | undefined): Shared {
  const { view, field, selection, onSelect } = props
  const [known, know] = useState<ReadonlyMap<string, Loaded>>(new Map())
  const onLoaded = useStable((key: string, loaded: Loaded) => {
    if (known.get(key) !== loaded) know((all) => new Map(all).set(key, loaded))
  })
  const onTick = (id: string) => {
    const rows = [...known.values()].flatMap((loaded) => loaded.rows)
    const at = rows.findIndex((row) => row.id === id)
    onSelect({ ...toggled(selection, rows, at), last: nothing.last })
  }
  const cards = useMemo(
    () => boardCardFields(view.meta, view.state.columns, field),
    [view.meta, view.state.columns, field],
  )
  const { moved } = moves
  const onMove = (id: string, to: Group) => void moves.move(id, to)
  return { view, field, cards, selection, onTick, moved, known, onLoaded, lifted, onMove }
}

function useAnnounced(carried: Carried | null, groups: readonly Group[], moves: Moves): string {
  const t = useT()
  if (!carried) return ''
  const group = groups.find(({ key }) => key === carried.over)
  if (!group) return ''
  const verdict = carried.over === carried.from ? undefined : moves.verdictAt(group)
  return verdict?.kind === 'refused'
    ? t('{place}: not possible. {why}', { place: group.label, why: verdict.why })
    : t('Over {place}. Space puts it down, Escape leaves it where it was.', { place: group.label })
}

export function ListBoard(props: ListBoardProps) {
  const t = useT()
  const phone = usePhone()
  const { view, field } = props
  const figures = useGroups(view, field)
  const steps = useSteps(view, field)
  const groups = useMemo(
    () => boardGroups(view.meta, field, figures.data?.groups, t, steps),
    [view.meta, field, figures.data, t, steps],
  )
  const moves = useMoves(view.meta, field)
  const { carried, events } = useCarry({
    step: (place, key) => {
      const at = groups.findIndex((group) => group.key === place)
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key] ?? 0
      return groups[at + step]?.key
    },
    onLift: moves.lift,
    onDrop: (id, place) => {
      const to = groups.find(({ key }) => key === place)
      if (to) void moves.move(id, to)
    },
  })
  const shared = useShared(props, moves, carried?.id)
  const said = useAnnounced(carried, groups, moves)
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    events.onKeyDown(event)
    if (!event.defaultPrevented) moveFocus(event)
  }
  if (figures.isPending || !steps) return <div className="board" aria-busy />
  return (
    <>
      {phone ? (
        <PhoneBoard shared={shared} groups={groups} />
      ) : (
        <div className="board" onPointerDown={events.onPointerDown} onKeyDown={keys}>
          {groups.map((group) => (
            <BoardColumn
              key={`${field.name} ${group.key}`}
              {...shared}
              group={group}
              verdict={carried && group.key !== carried.from ? moves.verdictAt(group) : undefined}
              isOver={carried !== null && carried.over === group.key}
            />
          ))}
        </div>
      )}
      <p id="board-keys" className="unseen">
        {t('Space lifts the card, arrows carry it to another column.')}
      </p>
      <p className="unseen" aria-live="assertive">
        {said}
      </p>
      <QuestionDialog meta={view.meta} moves={moves} />
    </>
  )
}
