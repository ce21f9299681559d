/** The rows as a table: only those in sight are drawn, further ones are fetched while scrolling. */
import { useT } from '#ui/base/house.tsx'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { decimalsReader } from '#ui/field/display.ts'
import { useEffect, useMemo, useRef, useState, type CSSProperties } from 'react'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { useSame, useStable } from '#ui/base/stable.ts'
import { keepWidths, readWidths, totalWidth, tracksOf, type Widths } from './column-widths.ts'
import './cells/cells.css'
import { cellHintId } from './cells/list-cell.tsx'
import type { Cells } from './cells/use-cells.ts'
import type { RowsProps } from './list-body.tsx'
import { ListHead } from './list-head.tsx'
import { ListRow } from './list-row.tsx'
import { allRead, extended, isSelected, nothing, toggled } from './selection.ts'
import type { ListView } from './use-list-view.ts'

export const rowHeights = { compact: 34, comfortable: 40 }
const beforeEnd = 20

/** Widths that the person drew, kept on this device. */
export function useWidths(entity: string): [Widths, (widths: Widths) => void] {
  const [widths, setWidths] = useState(() => readWidths(entity))
  const keep = useStable((next: Widths) => {
    setWidths(next)
    keepWidths(entity, next)
  })
  return [widths, keep]
}

/** @param open a row that is being changed stays drawn wherever one scrolls */
function useRowsInSight(view: ListView, active: number, open: number) {
  const { density } = usePreferences()
  const scroller = useRef<HTMLDivElement>(null)
  const height = rowHeights[density]
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises these rows
  const virtual = useVirtualizer({
    count: view.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    scrollPaddingStart: height,
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range)
      return open < 0 || inSight.includes(open) ? inSight : [...inSight, open].sort((a, b) => a - b)
    },
  })
  useEffect(() => virtual.measure(), [virtual, height])
  useEffect(() => {
    if (active >= 0) virtual.scrollToIndex(active, { align: 'auto' })
  }, [virtual, active])
  const items = virtual.getVirtualItems()
  const last = items.findLast(({ index }) => index !== open)?.index ?? 0
  const { loadMore, rows } = view
  useEffect(() => {
    if (last >= rows.length - beforeEnd) loadMore()
  })
  return { scroller, items, height, size: virtual.getTotalSize() }
}

/** The same ones while only conditions change: each of them would draw all rows anew. */
function useColumns({ state, rows }: ListView) {
  const fields = useSame(state.columns)
  const shownFor = useMemo(() => decimalsReader(fields), [fields])
  return useMemo(() => shownFor(rows), [shownFor, rows])
}

/** Heading and rows; unknown where counting stopped. */
function rowCountOf({ count }: ListView): number {
  return count && !count.capped ? count.value + 1 : -1
}

/** What of the cells concerns one row. */
function cellsOf(cells: Cells, id: string, isActive: boolean) {
  if (cells.isOff) return {}
  return {
    acts: cells.acts,
    closed: cells.closedOf(id),
    cursor: isActive ? cells.column : null,
    editing: cells.editing?.id === id ? cells.editing.field : null,
    drafts: cells.draftsOf(id),
  }
}

export function ListTable({ view, selection, onSelect, active, onOpen, cells }: RowsProps) {
  const t = useT()
  const { meta, rows, refs, state } = view
  const [widths, setWidths] = useWidths(meta.name)
  const columns = useColumns(view)
  const { editing } = cells
  const openAt = editing ? rows.findIndex(({ id }) => id === editing.id) : -1
  const { scroller, items, height, size } = useRowsInSight(view, active, openAt)
  const style = {
    '--tracks': tracksOf(state.columns, meta.title, widths),
    minWidth: totalWidth(state.columns, meta.title, widths),
  } as CSSProperties
  const tick = useStable((at: number, withShift: boolean) => {
    onSelect(withShift ? extended(selection, rows, at) : toggled(selection, rows, at))
  })
  const tickAll = useStable((isAll: boolean) => onSelect(isAll ? allRead(rows) : nothing))
  const open = useStable(onOpen)
  return (
    <div className="list-scroll" ref={scroller}>
      <div
        role="grid"
        aria-label={meta.label.many}
        aria-rowcount={rowCountOf(view)}
        aria-colcount={state.columns.length + 1}
        className="list-grid"
        style={style}
      >
        <ListHead
          view={view}
          selection={selection}
          onTickAll={tickAll}
          widths={widths}
          onWidths={setWidths}
        />
        <div role="rowgroup" className="list-rows" style={{ height: size }}>
          {items.map(({ index, start }) => {
            const row = rows[index]
            if (!row) return null
            return (
              <ListRow
                key={row.id}
                {...{ meta, columns, row, refs, height, start }}
                at={index}
                selected={isSelected(selection, row.id)}
                active={index === active}
                onTick={tick}
                onOpen={open}
                {...cellsOf(cells, row.id, index === active)}
              />
            )
          })}
        </div>
      </div>
      <span id={cellHintId} hidden>
        {t('Enter or F2 changes this cell')}
      </span>
      {view.hasMore && <p className="list-more">{t('Loading more…')}</p>}
    </div>
  )
}
