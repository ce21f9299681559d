/** One cell of a list: its value, whether it may be changed here, and the control while it is. */
import type { ClosedRow, EntityMeta, FieldMeta, RefTitles, WireRow } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { RecordAnchor } from '#ui/base/record-anchor.tsx'
import { Cell } from '#ui/field/cell.tsx'
import { isFigure } from '#ui/field/display.ts'
import { joinedTitles } from '#ui/form/titles.ts'
import { IconPencil } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { standingDraft, type Draft } from './drafts.ts'
import { obstacleOf } from './obstacle.ts'
import type { CellActs } from './use-cell-acts.ts'

/** Controls come only when somebody is about to open a cell. */
const loadEditor = async () => ({ default: (await import('./cell-editor.tsx')).CellEditor })
const CellEditor = lazy(loadEditor)

export const cellHintId = 'cell-hint'

interface ListCellProps {
  meta: EntityMeta
  field: FieldMeta
  row: WireRow
  refs: RefTitles
  /** What the record is called. */
  name: string
  at: number
  /** The first column leads to the record when the title is not among the columns. */
  isLink: boolean
  /** Absent where nothing is changed in place. */
  acts: CellActs | undefined
  closed: ClosedRow | undefined
  isCursor: boolean
  isEditing: boolean
  draft: Draft | undefined
}

type ValueProps = Pick<ListCellProps, 'meta' | 'field' | 'row' | 'refs' | 'isLink'>

function Value({ meta, field, row, refs, isLink }: ValueProps) {
  const cell = <Cell field={field} row={row} refs={refs} unlinked={isLink} />
  if (!isLink) return cell
  const isNumber = field.kind === 'serial'
  return (
    <RecordAnchor
      entity={meta.name}
      id={row.id}
      className={isNumber ? 'list-number' : 'list-title'}
    >
      {cell}
    </RecordAnchor>
  )
}

/** What somebody types elsewhere on the page keeps the cursor. */
function useFocus(isCursor: boolean, isEditing: boolean) {
  const holder = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isCursor) void loadEditor()
    const focused = document.activeElement
    const isFree = focused === document.body || focused?.closest('.list-scroll')
    if (!isCursor || isEditing || !isFree) return
    holder.current?.focus({ preventScroll: true })
    holder.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isCursor, isEditing])
  return holder
}

function classOf(props: ListCellProps, isOpen: boolean, isRefused: boolean): string {
  const classes = ['list-cell']
  if (isFigure(props.field)) classes.push('list-figure')
  if (!props.isEditing) classes.push('clip')
  if (isOpen) classes.push('list-cell-open')
  if (props.isEditing) classes.push('list-cell-editing')
  if (isRefused) classes.push('list-cell-refused')
  return classes.join(' ')
}

function Pencil({ at, field, acts }: { at: number; field: FieldMeta; acts: CellActs }) {
  const t = useT()
  return (
    <button
      type="button"
      tabIndex={-1}
      className="cell-pencil"
      aria-label={t('Change {field}', { field: field.label })}
      onClick={() => acts.edit(at, field.name)}
    >
      <IconPencil size={13} stroke={1.7} aria-hidden />
    </button>
  )
}

export function ListCell(props: ListCellProps) {
  const { meta, field, row, refs, at, acts, isCursor, isEditing, draft } = props
  const holder = useFocus(isCursor, isEditing)
  const [isUnderPointer, setUnderPointer] = useState(false)
  const isOpen = acts !== undefined && obstacleOf(field, props.closed) === null
  const standing = standingDraft(draft, row)
  const shown = standing ? { ...row, [field.name]: standing.value } : row
  const titles = standing ? joinedTitles(refs, standing.titles) : refs
  const value = <Value meta={meta} field={field} row={shown} refs={titles} isLink={props.isLink} />
  return (
    <div
      ref={holder}
      role="gridcell"
      data-field={field.name}
      className={classOf(props, isOpen, standing?.words !== undefined)}
      {...(acts && { 'aria-readonly': !isOpen })}
      {...(isCursor && !isEditing && { tabIndex: 0 })}
      {...(isCursor && isOpen && !isEditing && { 'aria-describedby': cellHintId })}
      {...(isOpen && {
        onPointerEnter: ({ pointerType }) => {
          setUnderPointer(pointerType === 'mouse')
          void loadEditor()
        },
        onPointerLeave: () => setUnderPointer(false),
      })}
    >
      {isEditing && draft && acts ? (
        <Suspense fallback={value}>
          <CellEditor {...{ field, row, refs, draft, acts }} name={props.name} />
        </Suspense>
      ) : (
        value
      )}
      {isOpen && (isUnderPointer || isCursor) && !isEditing && <Pencil {...{ at, field, acts }} />}
    </div>
  )
}
