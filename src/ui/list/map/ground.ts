/** Draws pins on a map: with the pictures that the server names, or on plain ground. */
import type { HouseMeta } from '#kernel/http/wire.ts'
import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import type { Place, Placed } from './places.ts'

export interface GroundWords {
  zoomIn: string
  zoomOut: string
}

export interface Ground {
  /** Where other records stand than before, all of them are brought into sight. */
  show: (placed: readonly Placed[], nameOf: (one: Placed) => string) => void
  /** Marks one pin and brings it into sight. */
  choose: (id: string | undefined) => void
  close: () => void
}

interface GroundEvents {
  onChoose: (id: string) => void
  onCentre: (centre: Place) => void
}

const closest = 18
const nearby = 14

/** As large as the hand needs it, drawn by the style sheet. */
const pin = L.divIcon({ className: 'map-pin', iconSize: [26, 26], iconAnchor: [13, 26] })

/** What the operator wrote is text, never markup. */
function plain(text: string): string {
  const holder = document.createElement('span')
  holder.textContent = text
  return holder.innerHTML
}

function addTiles(map: L.Map, { tiles, attribution }: HouseMeta['map']): void {
  if (tiles === '') return
  // Servers of map pictures want to know which site asks; the page itself is not told.
  const shown = { attribution: plain(attribution), maxZoom: closest }
  L.tileLayer(tiles, { ...shown, referrerPolicy: 'origin' }).addTo(map)
}

/** Nothing is drawn on it yet. */
export function openMap(holder: HTMLElement, tiles: HouseMeta['map'], words: GroundWords): L.Map {
  const moves = { zoomAnimation: !isStill(), fadeAnimation: !isStill() }
  const attributionControl = tiles.tiles !== ''
  const limits = { minZoom: 2, maxZoom: closest, worldCopyJump: true }
  const map = L.map(holder, { zoomControl: false, attributionControl, ...limits, ...moves })
  if (attributionControl) map.attributionControl.setPrefix(false)
  const { zoomIn: zoomInTitle, zoomOut: zoomOutTitle } = words
  L.control.zoom({ zoomInTitle, zoomOutTitle }).addTo(map)
  L.control.scale({ imperial: false }).addTo(map)
  map.setView([0, 0], 2)
  addTiles(map, tiles)
  return map
}

function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** All of them, but not closer than a town. */
export function bringIntoSight(map: L.Map, placed: readonly { place: Place }[]): void {
  if (placed.length === 0) return
  const bounds = L.latLngBounds(placed.map(({ place }) => L.latLng(place)))
  map.fitBounds(bounds, { padding: [40, 40], maxZoom: nearby, animate: false })
}

function pinsOn(map: L.Map, onChoose: GroundEvents['onChoose']): Omit<Ground, 'close'> {
  const pins = new Map<string, L.Marker>()
  let chosen: string | undefined
  const mark = (isChosen: boolean) => {
    const one = pins.get(chosen ?? '')
    one?.getElement()?.classList.toggle('is-chosen', isChosen)
    one?.setZIndexOffset(isChosen ? 1000 : 0)
  }
  const put = ({ row, place }: Placed, title: string) => {
    // The list beside says and does the same for those who go by keys.
    const one = L.marker(place, { icon: pin, keyboard: false, title })
    one.on('click', () => onChoose(row.id))
    pins.set(row.id, one.addTo(map))
  }
  return {
    show: (placed, nameOf) => {
      const isSame = placed.length === pins.size && placed.every(({ row }) => pins.has(row.id))
      for (const one of pins.values()) one.remove()
      pins.clear()
      for (const one of placed) put(one, nameOf(one))
      mark(true)
      if (!isSame) bringIntoSight(map, placed)
    },
    choose: (id) => {
      mark(false)
      chosen = id
      mark(true)
      const place = pins.get(id ?? '')?.getLatLng()
      const isSeen = place && map.getBounds().pad(-0.1).contains(place)
      if (place && !isSeen) map.panTo(place, { animate: !isStill() })
    },
  }
}

export function drawGround(
  holder: HTMLElement,
  tiles: HouseMeta['map'],
  words: GroundWords,
  { onChoose, onCentre }: GroundEvents,
): Ground {
  const map = openMap(holder, tiles, words)
  map.on('moveend', () => {
    const { lat, lng } = map.getCenter().wrap()
    onCentre({ lat, lng })
  })
  const watcher = new ResizeObserver(() => map.invalidateSize())
  watcher.observe(holder)
  const close = () => {
    watcher.disconnect()
    map.remove()
  }
  return { ...pinsOn(map, onChoose), close }
}
