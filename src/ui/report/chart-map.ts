/** Draws what each row comes to where it stands: the more, the larger the disc. */
import type { HouseMeta } from '#kernel/http/wire.ts'
import { bringIntoSight, openMap, type GroundWords } from '#ui/list/map/ground.ts'
import { placeOf, type Place } from '#ui/list/map/places.ts'
import L from 'leaflet'
import { lengthOf, tellOf } from './chart-option.ts'
import type { Shape } from './chart-shape.ts'

interface Disc {
  at: number
  place: Place
  length: number
}

const smallest = 5
const largest = 24

/** The largest first, so that the small ones lie on top. */
export function discsOf({ series, place }: Shape): Disc[] {
  const points = series[0]?.points ?? []
  return points
    .flatMap((point, at): Disc[] => {
      const found = place && point.row && placeOf(point.row, place)
      return found ? [{ at, place: found, length: lengthOf(point) }] : []
    })
    .toSorted((one, other) => other.length - one.length)
}

/** The area tells the amount; what is nothing or less is a dot. */
export function radiusOf(length: number, most: number): number {
  if (length <= 0 || most <= 0) return smallest
  return smallest + (largest - smallest) * Math.sqrt(length / most)
}

export interface ReportGround {
  show: (shape: Shape) => void
  close: () => void
}

export function drawReportGround(
  holder: HTMLElement,
  tiles: HouseMeta['map'],
  words: GroundWords,
  onOpen: (at: number) => void,
): ReportGround {
  const map = openMap(holder, tiles, words)
  // The page scrolls past the map; the buttons make it larger.
  map.scrollWheelZoom.disable()
  const drawn = L.layerGroup().addTo(map)
  const watcher = new ResizeObserver(() => map.invalidateSize())
  watcher.observe(holder)
  return {
    show: (shape) => {
      const discs = discsOf(shape)
      const most = Math.max(0, ...discs.map(({ length }) => length))
      drawn.clearLayers()
      for (const { at, place, length } of discs) {
        const radius = radiusOf(length, most)
        const one = L.circleMarker(place, { radius, className: 'map-disc' })
        one.bindTooltip(tellOf(shape, at), { className: 'map-told', direction: 'top' })
        one.on('click', () => onOpen(at))
        drawn.addLayer(one)
      }
      bringIntoSight(map, discs)
    },
    close: () => {
      watcher.disconnect()
      map.remove()
    },
  }
}
