/** The rows on the phone: cards of two lines; a long press starts ticking. */
import type { EntityMeta, FieldMeta, RefTitles, WireRow } from '#kernel/http/wire.ts'
import { Cell } from '#ui/field/cell.tsx'
import { displayText, isNothing, titleText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { cardOf, type CardFields } from './card-fields.ts'
import type { RowsProps } from './list-body.tsx'
import { isSelected, toggled } from './selection.ts'
import { useLongPress } from './use-long-press.ts'

const height = 72
const beforeEnd = 12

interface CardProps {
  meta: EntityMeta
  fields: CardFields
  row: WireRow
  refs: RefTitles
  at: number
  selected: boolean
  /** Ticking has begun: a tap ticks instead of opening. */
  ticking: boolean
  start: number
  onTick: () => void
  onOpen: () => void
}

function SecondLine({ fields, row, refs }: Pick<CardProps, 'fields' | 'row' | 'refs'>) {
  const reader = useReader()
  const texts = fields.second.map((field) => ({
    name: field.name,
    text: displayText(field, row, refs, reader),
  }))
  return (
    <span className="card-second">
      {texts
        .filter(({ text }) => text !== '')
        .map(({ name, text }) => (
          <span key={name} className="clip">
            {text}
          </span>
        ))}
    </span>
  )
}

function Figure({ field, row }: { field: FieldMeta | undefined; row: WireRow }) {
  if (!field || isNothing(row[field.name])) return null
  return (
    <span className="card-figure">
      <span className="faint">{field.label}</span> <Cell field={field} row={row} />
    </span>
  )
}

/** Tapped it opens, or ticks once ticking has begun. */
export function Card(props: CardProps) {
  const { fields, row, refs, selected, ticking } = props
  const title = titleText(props.meta, row, refs, useReader())
  const press = useLongPress(props.onTick)
  const tap = () => {
    if (press.wasLong()) return
    if (ticking) props.onTick()
    else props.onOpen()
  }
  return (
    <button
      type="button"
      className={selected ? 'card card-selected' : 'card'}
      style={{ transform: `translateY(${props.start}px)` }}
      aria-pressed={ticking ? selected : undefined}
      onClick={tap}
      {...press.events}
    >
      <span className="card-line">
        {ticking && <span className={selected ? 'tick tick-on' : 'tick'} aria-hidden />}
        {fields.badge && !isNothing(row[fields.badge.name]) && (
          <Cell field={fields.badge} row={row} />
        )}
        <span className="card-title clip">{title || '—'}</span>
        {fields.state && <Cell field={fields.state} row={row} />}
      </span>
      <span className="card-line">
        <SecondLine fields={fields} row={row} refs={refs} />
        <Figure field={fields.figure} row={row} />
      </span>
    </button>
  )
}

export function ListCards({ view, selection, onSelect, onOpen }: RowsProps) {
  const { rows, refs, meta, state, loadMore } = view
  const holder = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises these cards
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => document.getElementById('page'),
    estimateSize: () => height,
    overscan: 8,
    scrollMargin: holder.current?.offsetTop ?? 0,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= rows.length - beforeEnd) loadMore()
  })
  const fields = cardOf(meta, state.columns)
  const ticking = selection.all || selection.ids.size > 0
  return (
    <div ref={holder} className="cards" style={{ height: virtual.getTotalSize() }}>
      {items.map(({ index, start }) => {
        const row = rows[index]
        if (!row) return null
        return (
          <Card
            key={row.id}
            meta={meta}
            fields={fields}
            row={row}
            refs={refs}
            at={index}
            start={start - virtual.options.scrollMargin}
            selected={isSelected(selection, row.id)}
            ticking={ticking}
            onTick={() => onSelect(toggled(selection, rows, index))}
            onOpen={() => onOpen(index)}
          />
        )
      })}
    </div>
  )
}
