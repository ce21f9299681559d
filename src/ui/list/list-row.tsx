/** One row of a list; its title is a link, a click anywhere else opens it too. */
import type { EntityMeta, FieldMeta, RefTitles, WireRow } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { Cell } from '#ui/field/cell.tsx'
import { isFigure, titleText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { Link } from '@tanstack/react-router'
import { memo, type MouseEvent } from 'react'

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
}

/** Clicks on links, boxes and pictures mean those; so does marking text with the mouse. */
function isForRow(event: MouseEvent): boolean {
  const target = event.target as HTMLElement
  return target.closest('a, button, input, label') === null && !getSelection()?.toString()
}

function classOf(field: FieldMeta): string {
  return isFigure(field) ? 'list-cell list-figure clip' : 'list-cell clip'
}

interface ValueProps {
  meta: EntityMeta
  field: FieldMeta
  row: WireRow
  refs: RefTitles
  /** The first column leads to the record when the title is not among the columns. */
  isLink: boolean
}

function Value({ meta, field, row, refs, isLink }: ValueProps) {
  const cell = <Cell field={field} row={row} refs={refs} unlinked={isLink} />
  if (!isLink) return cell
  const isNumber = field.kind === 'serial'
  return (
    <Link
      to="/record/$entity/$id"
      params={{ entity: meta.name, id: row.id }}
      className={isNumber ? 'list-number' : 'list-title'}
    >
      {cell}
    </Link>
  )
}

function RowOfList(props: RowProps) {
  const t = useT()
  const { meta, columns, row, refs, at, selected } = props
  const title = titleText(meta, row, refs, useReader())
  const linked = columns.some(({ name }) => name === meta.title) ? meta.title : columns[0]?.name
  const isLink = ({ name, kind }: FieldMeta) => name === linked || kind === 'serial'
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      aria-selected={selected}
      className={props.active ? 'list-row list-row-active' : 'list-row'}
      style={{ height: props.height, transform: `translateY(${props.start}px)` }}
      onClick={(event) => isForRow(event) && props.onOpen(at)}
    >
      <div role="gridcell" className="list-tick">
        <input
          type="checkbox"
          className="tick"
          aria-label={t('Select {name}', { name: title })}
          checked={selected}
          onClick={(event) => props.onTick(at, event.shiftKey)}
          onChange={() => {}}
        />
      </div>
      {columns.map((field) => (
        <div key={field.name} role="gridcell" className={classOf(field)}>
          <Value meta={meta} field={field} row={row} refs={refs} isLink={isLink(field)} />
        </div>
      ))}
    </div>
  )
}

export const ListRow = memo(RowOfList)
