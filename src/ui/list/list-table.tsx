/** The rows as a table: only those in sight are drawn, further ones are fetched while scrolling. */
import { useT } from '#ui/base/house.tsx'
import { useVirtualizer } from '@tanstack/react-virtual'
import { withDecimals } from '#ui/field/display.ts'
import { useEffect, useMemo, useRef, useState, type CSSProperties } from 'react'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { useStable } from '#ui/base/stable.ts'
import { keepWidths, readWidths, totalWidth, tracksOf, type Widths } from './column-widths.ts'
import type { RowsProps } from './list-body.tsx'
import { ListHead } from './list-head.tsx'
import { ListRow } from './list-row.tsx'
import { extended, isSelected, nothing, toggled } from './selection.ts'
import type { ListView } from './use-list-view.ts'

const heights = { compact: 34, comfortable: 40 }
const beforeEnd = 20

/** Widths that the person drew, kept on this device. */
function useWidths(entity: string): [Widths, (widths: Widths) => void] {
  const [widths, setWidths] = useState(() => readWidths(entity))
  const keep = (next: Widths) => {
    setWidths(next)
    keepWidths(entity, next)
  }
  return [widths, keep]
}

function useRowsInSight(view: ListView, active: number) {
  const { density } = usePreferences()
  const scroller = useRef<HTMLDivElement>(null)
  const height = heights[density]
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises these rows
  const virtual = useVirtualizer({
    count: view.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    scrollPaddingStart: height,
  })
  useEffect(() => virtual.measure(), [virtual, height])
  useEffect(() => {
    if (active >= 0) virtual.scrollToIndex(active, { align: 'auto' })
  }, [virtual, active])
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  const { loadMore, rows } = view
  useEffect(() => {
    if (last >= rows.length - beforeEnd) loadMore()
  })
  return { scroller, items, height, size: virtual.getTotalSize() }
}

/** Heading and rows; unknown where counting stopped. */
function rowCountOf({ count }: ListView): number {
  return count && !count.capped ? count.value + 1 : -1
}

export function ListTable({ view, selection, onSelect, active, onOpen }: RowsProps) {
  const t = useT()
  const { meta, rows, refs, state } = view
  const [widths, setWidths] = useWidths(meta.name)
  const columns = useMemo(() => withDecimals(state.columns, rows), [state.columns, rows])
  const { scroller, items, height, size } = useRowsInSight(view, active)
  const style = {
    '--tracks': tracksOf(state.columns, meta.title, widths),
    minWidth: totalWidth(state.columns, meta.title, widths),
  } as CSSProperties
  const tick = useStable((at: number, withShift: boolean) => {
    onSelect(withShift ? extended(selection, rows, at) : toggled(selection, rows, at))
  })
  const open = useStable(onOpen)
  const all = { ...nothing, ids: new Set(rows.map(({ id }) => id)) }
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
          onTickAll={(isAll) => onSelect(isAll ? all : nothing)}
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
                meta={meta}
                columns={columns}
                row={row}
                refs={refs}
                at={index}
                height={height}
                start={start}
                selected={isSelected(selection, row.id)}
                active={index === active}
                onTick={tick}
                onOpen={open}
              />
            )
          })}
        </div>
      </div>
      {view.hasMore && <p className="list-more">{t('Loading more…')}</p>}
    </div>
  )
}
