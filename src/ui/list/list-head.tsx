/** The headings of a list: a click sorts, the edge is drawn to widen, the box ticks all. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { isFigure } from '#ui/field/display.ts'
import { IconArrowNarrowDown, IconArrowNarrowUp } from '@tabler/icons-react'
import { memo, type PointerEvent } from 'react'
import { narrowest, type Widths } from './column-widths.ts'
import { nextSort } from './list-state.ts'
import type { Selection } from './selection.ts'
import { sortKeysOf, withSortKey } from './sort-keys.ts'
import type { ListView } from './use-list-view.ts'

interface HeadProps {
  view: ListView
  selection: Selection
  onTickAll: (all: boolean) => void
  widths: Widths
  onWidths: (widths: Widths) => void
}

type Direction = 'ascending' | 'descending' | 'none'

interface Mark {
  direction: Direction
  /** 1, 2, 3 where several columns make the order. */
  place: number | undefined
}

function markOf(sort: string, name: string): Mark {
  const keys = sortKeysOf(sort)
  const at = keys.findIndex(({ field }) => field === name)
  const key = keys[at]
  if (!key) return { direction: 'none', place: undefined }
  const direction = key.down ? 'descending' : 'ascending'
  return { direction, place: keys.length > 1 ? at + 1 : undefined }
}

function SortMark({ direction, place }: Mark) {
  if (direction === 'none') return null
  const Arrow = direction === 'ascending' ? IconArrowNarrowUp : IconArrowNarrowDown
  return (
    <>
      <Arrow size={14} stroke={1.8} aria-hidden />
      {place && <span className="list-sort-place">{place}</span>}
    </>
  )
}

interface EdgeProps {
  name: string
  widths: Widths
  onWidths: (widths: Widths) => void
}

/** The edge of a heading: drawn with the pointer; a double click gives the usual width back. */
function Edge({ name, widths, onWidths }: EdgeProps) {
  const draw = (down: PointerEvent<HTMLSpanElement>) => {
    const edge = down.currentTarget
    const start = edge.parentElement?.getBoundingClientRect().width ?? 0
    edge.setPointerCapture(down.pointerId)
    const follow = (move: globalThis.PointerEvent) => {
      const width = Math.max(narrowest, Math.round(start + move.clientX - down.clientX))
      onWidths({ ...widths, [name]: width })
    }
    edge.addEventListener('pointermove', follow)
    edge.addEventListener(
      'lostpointercapture',
      () => edge.removeEventListener('pointermove', follow),
      {
        once: true,
      },
    )
  }
  const forget = () => {
    const { [name]: _, ...others } = widths
    onWidths(others)
  }
  return <span className="list-edge" aria-hidden onPointerDown={draw} onDoubleClick={forget} />
}

interface ColumnProps extends EdgeProps {
  field: FieldMeta
  sort: string
  /** With Shift the column is added to the order. */
  onSort: (withShift: boolean) => void
}

function ColumnHead({ field, sort, onSort, ...edge }: ColumnProps) {
  const t = useT()
  const mark = markOf(sort, field.name)
  const className = isFigure(field) ? 'list-th list-figure' : 'list-th'
  return (
    <div role="columnheader" aria-sort={mark.direction} className={className}>
      {field.sortable ? (
        <button
          type="button"
          className="list-sort"
          title={t('With Shift: sort by this column as well')}
          onClick={(event) => onSort(event.shiftKey)}
        >
          <span className="clip">{field.label}</span>
          <SortMark {...mark} />
        </button>
      ) : (
        <span className="clip">{field.label}</span>
      )}
      <Edge {...edge} />
    </div>
  )
}

function HeadOfList({ view, selection, onTickAll, widths, onWidths }: HeadProps) {
  const t = useT()
  const { state, meta, rows } = view
  const isAll = selection.all || (rows.length > 0 && selection.ids.size === rows.length)
  const isSome = !isAll && selection.ids.size > 0
  return (
    <div role="row" aria-rowindex={1} className="list-row list-head">
      <div role="columnheader" className="list-tick">
        <input
          type="checkbox"
          className="tick"
          aria-label={t('Select all rows')}
          checked={isAll}
          ref={(box) => {
            if (box) box.indeterminate = isSome
          }}
          onChange={() => onTickAll(!isAll && !isSome)}
        />
      </div>
      {state.columns.map((field) => (
        <ColumnHead
          key={field.name}
          field={field}
          name={field.name}
          sort={state.sort}
          onSort={(withShift) => {
            const { name } = field
            const alone = nextSort(state.sort, name, meta.list.sort)
            view.change({ sort: withShift ? withSortKey(state.sort, name) : alone })
          }}
          widths={widths}
          onWidths={onWidths}
        />
      ))}
    </div>
  )
}

/** Not drawn anew with every row that comes into sight. */
export const ListHead = memo(HeadOfList)
