/** One row of a list; its title is a link, a click anywhere else opens it too. */
import type { ClosedRow, EntityMeta, FieldMeta, RefTitles, WireRow } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { titleText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { useIntent } from '#ui/record/fetch-ahead.ts'
import { memo, useEffect, useRef, type MouseEvent } from 'react'
import type { RowDrafts } from './cells/drafts.ts'
import { ListCell } from './cells/list-cell.tsx'
import type { CellActs } from './cells/use-cell-acts.ts'

interface RowProps {
  meta: EntityMeta
  columns: FieldMeta[]
  row: WireRow
  refs: RefTitles
  at: number
  height: number
  /** Distance from the first row. */
  start: number
  selected: boolean
  active: boolean
  onTick: (at: number, withShift: boolean) => void
  onOpen: (at: number) => void
  /** Absent where nothing is changed in place. */
  acts?: CellActs | undefined
  closed?: ClosedRow | undefined
  /** The column that the keyboard stands on, and the one that is being changed. */
  cursor?: string | null
  editing?: string | null
  drafts?: RowDrafts | undefined
}

const others = 'a, button, input, label, .cell-editor'

/** Clicks on links, boxes and pictures mean those; so does marking text with the mouse. */
function isForRow({ target, currentTarget }: MouseEvent): boolean {
  const isInside = target instanceof Element && currentTarget.contains(target)
  return isInside && target.closest(others) === null && !getSelection()?.toString()
}

/** So long it may take until a click turns out to be the first of two. */
const patience = 250

/** A click opens the row; two on a cell that may be changed open the cell. */
function useClicks({ at, onOpen, acts }: RowProps) {
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(waiting.current), [])
  const onClick = (event: MouseEvent) => {
    clearTimeout(waiting.current)
    if (event.detail > 1 || !isForRow(event)) return
    const isOpenCell = (event.target as Element).closest('.list-cell-open') !== null
    if (!isOpenCell) return onOpen(at)
    waiting.current = setTimeout(() => onOpen(at), patience)
  }
  const onDoubleClick = ({ target, currentTarget }: MouseEvent<HTMLElement>) => {
    clearTimeout(waiting.current)
    if (!(target instanceof Element) || !currentTarget.contains(target)) return
    const cell = target.closest<HTMLElement>('[data-field]')
    if (!cell || target.closest(others)) return
    getSelection()?.removeAllRanges()
    acts?.edit(at, cell.dataset['field'] ?? '')
  }
  return { onClick, onDoubleClick }
}

function classOf({ active, editing }: RowProps): string {
  const classes = ['list-row']
  if (active) classes.push('list-row-active')
  if (editing) classes.push('list-row-editing')
  return classes.join(' ')
}

function RowOfList(props: RowProps) {
  const t = useT()
  const { meta, columns, row, refs, at, selected, acts, closed } = props
  const name = titleText(meta, row, refs, useReader())
  const linked = columns.some((column) => column.name === meta.title)
    ? meta.title
    : columns[0]?.name
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      aria-selected={selected}
      className={classOf(props)}
      style={{ height: props.height, transform: `translateY(${props.start}px)` }}
      {...useClicks(props)}
      {...useIntent(meta, row.id)}
    >
      <div role="gridcell" className="list-tick">
        <input
          type="checkbox"
          className="tick"
          aria-label={t('Select {name}', { name })}
          checked={selected}
          onClick={(event) => props.onTick(at, event.shiftKey)}
          onChange={() => {}}
        />
      </div>
      {columns.map((field) => (
        <ListCell
          key={field.name}
          {...{ meta, field, row, refs, at, name, acts, closed }}
          isLink={field.name === linked || field.kind === 'serial'}
          isCursor={props.cursor === field.name}
          isEditing={props.editing === field.name}
          draft={props.drafts?.[field.name]}
        />
      ))}
    </div>
  )
}

export const ListRow = memo(RowOfList)
