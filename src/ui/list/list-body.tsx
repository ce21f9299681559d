/** The rows themselves: a table, on the phone cards; or words when there are none. */
import { useT } from '#ui/base/house.tsx'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useCells, type Cells } from './cells/use-cells.ts'
import { ListCards } from './list-cards.tsx'
import { ListTable } from './list-table.tsx'
import { NoRows } from './no-rows.tsx'
import { pictureField, placeField } from './shapes.ts'
import { toggled, type Selection } from './selection.ts'
import { useListKeys } from './use-list-keys.ts'
import { isInOneOrder, type ListView } from './use-list-view.ts'

/** Other shapes come only when one is opened. */
const ListBoard = lazy(async () => ({
  default: (await import('./board/list-board.tsx')).ListBoard,
}))

const ListBands = lazy(async () => ({
  default: (await import('./bands/list-bands.tsx')).ListBands,
}))

const ListCalendar = lazy(async () => ({
  default: (await import('./calendar/list-calendar.tsx')).ListCalendar,
}))

const ListMap = lazy(async () => ({
  default: (await import('./map/list-map.tsx')).ListMap,
}))

const ListGallery = lazy(async () => ({
  default: (await import('./gallery/list-gallery.tsx')).ListGallery,
}))

export interface RowsProps {
  view: ListView
  selection: Selection
  onSelect: (selection: Selection) => void
  /** The row the keyboard stands on. */
  active: number
  onOpen: (at: number) => void
  cells: Cells
}

/** Cards of a board are gone through by the focus, not by their place in the list. */
const none: ListView['rows'] = []

interface ListBodyProps {
  view: ListView
  selection: Selection
  onSelect: (selection: Selection) => void
  phone: boolean
}

export function ListBody({ view, selection, onSelect, phone }: ListBodyProps) {
  const navigate = useNavigate()
  const [active, setActive] = useState(-1)
  const { meta } = view
  const rows = isInOneOrder(view.state) ? view.rows : none
  const open = (at: number) => {
    const id = rows[at]?.id
    const entity = meta.name
    if (id) void navigate({ to: '/record/$entity/$id', params: { entity, id } })
  }
  const cells = useCells(view, { active, onMove: setActive })
  useListKeys({
    cells,
    count: rows.length,
    active,
    onMove: setActive,
    onOpen: open,
    onTick: (at) => onSelect(toggled(selection, rows, at)),
    onNew: meta.may.create
      ? () => void navigate({ to: '/new/$entity', params: { entity: meta.name } })
      : undefined,
  })
  if (view.isLoading) return <Skeleton phone={phone} />
  if (view.rows.length === 0) return <NoRows view={view} />
  const rowsProps = { view, selection, onSelect, active, onOpen: open, cells }
  return (
    <Suspense fallback={<Skeleton phone={phone} />}>
      <ShapedRows {...rowsProps} phone={phone} />
    </Suspense>
  )
}

function ShapedRows({ phone, ...props }: RowsProps & { phone: boolean }) {
  const { meta, state } = props.view
  const { shape, group, days } = state
  const picture = pictureField(meta)
  const place = placeField(meta)
  if (shape === 'gallery' && picture) return <ListGallery {...props} picture={picture} />
  if (shape === 'map' && place) return <ListMap view={props.view} field={place} />
  if (shape === 'calendar' && days) {
    return <ListCalendar key={days.name} view={props.view} field={days} />
  }
  if (group) {
    const Gathered = shape === 'board' ? ListBoard : ListBands
    const { view, selection, onSelect } = props
    const shared = { view, selection, onSelect }
    return <Gathered key={group.name} field={group} {...shared} />
  }
  const Rows = phone ? ListCards : ListTable
  return <Rows {...props} />
}

function Skeleton({ phone }: { phone: boolean }) {
  const t = useT()
  const lines = Array.from({ length: phone ? 8 : 16 }, (_, index) => index)
  return (
    <div className="skeleton" role="status" aria-label={t('Loading')}>
      {lines.map((line) => (
        <div key={line} className={phone ? 'skeleton-row skeleton-card' : 'skeleton-row'}>
          <span style={{ width: `${14 + ((line * 7) % 11)}%` }} />
          <span style={{ width: `${24 + ((line * 5) % 13)}%` }} />
          <span style={{ width: `${8 + ((line * 3) % 7)}%` }} />
        </div>
      ))}
    </div>
  )
}
