/** The rows of a list on a map, and beside it the same rows by their distance. */
import type { FieldMeta, WireRow } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { useListPages } from '#ui/base/queries.ts'
import { useStable } from '#ui/base/stable.ts'
import { titleText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { joinedRefs, neededColumns, type ListView } from '../use-list-view.ts'
import { drawGround, type Ground } from './ground.ts'
import './map.css'
import { PlaceList } from './place-list.tsx'
import { apart, byDistance, type Place, type Placed } from './places.ts'

const pageSize = 200
/** More pins than these nobody tells apart. */
const mostPages = 5

/** The first records of the list, in its own order, page after page until there are enough. */
function useRows({ meta, state }: ListView) {
  const query = useListPages(meta.name, {
    where: state.where,
    sort: state.sort,
    q: state.q,
    columns: neededColumns(meta, state),
    limit: pageSize,
  })
  const { data, hasNextPage, isFetching, fetchNextPage } = query
  const pages = data?.pages
  const isFull = (pages?.length ?? 0) >= mostPages
  useEffect(() => {
    if (hasNextPage && !isFetching && !isFull) void fetchNextPage()
  }, [hasNextPage, isFetching, isFull, fetchNextPage])
  const rows = useMemo<WireRow[]>(() => (pages ?? []).flatMap((page) => page.rows), [pages])
  return { rows, refs: joinedRefs(pages ?? []), isCut: isFull && hasNextPage }
}

interface GroundEvents {
  onChoose: (id: string) => void
  onCentre: (centre: Place) => void
}

/** The map lives beside React: it is told what to show, and tells where it stands. */
function useGround(
  placed: readonly Placed[],
  nameOf: (one: Placed) => string,
  chosen: string | undefined,
  events: GroundEvents,
) {
  const t = useT()
  const { map } = useHouse()
  const [ground, setGround] = useState<Ground>()
  const onChoose = useStable(events.onChoose)
  const onCentre = useStable(events.onCentre)
  const name = useStable(nameOf)
  useEffect(() => ground?.show(placed, name), [ground, placed, name])
  useEffect(() => ground?.choose(chosen), [ground, chosen])
  return useCallback(
    (holder: HTMLDivElement) => {
      const words = { zoomIn: t('Zoom in'), zoomOut: t('Zoom out') }
      const drawn = drawGround(holder, map, words, { onChoose, onCentre })
      setGround(drawn)
      return () => {
        setGround(undefined)
        drawn.close()
      }
    },
    [map, t, onChoose, onCentre],
  )
}

export function ListMap({ view, field }: { view: ListView; field: FieldMeta }) {
  const t = useT()
  const { rows, refs, isCut } = useRows(view)
  const { placed, unplaced } = useMemo(() => apart(rows, field), [rows, field])
  const [chosen, choose] = useState<string>()
  const [centre, setCentre] = useState<Place>({ lat: 0, lng: 0 })
  const reader = useReader()
  const nameOf = ({ row }: Placed) => titleText(view.meta, row, refs, reader)
  const holder = useGround(placed, nameOf, chosen, { onChoose: choose, onCentre: setCentre })
  const from = placed.find(({ row }) => row.id === chosen)?.place ?? centre
  const near = useMemo(() => byDistance(placed, from), [placed, from])
  return (
    <div className="map-shape">
      <div ref={holder} className="map-ground" role="region" aria-label={t('Map')} />
      <PlaceList
        view={view}
        field={field}
        refs={refs}
        near={near}
        unplaced={unplaced}
        chosen={chosen}
        onChoose={choose}
        most={isCut ? rows.length : undefined}
      />
    </div>
  )
}
