/** Places on the ground: where a record is, how far from another, and how map programs open it. */
import type { FieldMeta, Locale, WireRow } from '#kernel/http/wire.ts'
import { metresBetween, type Place } from '#kernel/text/metres-between.ts'

export type { Place } from '#kernel/text/metres-between.ts'

export interface Placed {
  row: WireRow
  place: Place
}

function isDegree(value: unknown, most: number): value is number {
  return typeof value === 'number' && Math.abs(value) <= most
}

export function placeOf(row: Record<string, unknown>, field: FieldMeta): Place | undefined {
  const value = row[field.name]
  if (typeof value !== 'object' || value === null) return undefined
  const { lat, lng } = value as Record<string, unknown>
  return isDegree(lat, 90) && isDegree(lng, 180) ? { lat, lng } : undefined
}

/** Those with a place, and those that are on no map yet. */
export function apart(rows: readonly WireRow[], field: FieldMeta) {
  const placed: Placed[] = []
  const unplaced: WireRow[] = []
  for (const row of rows) {
    const place = placeOf(row, field)
    if (place) placed.push({ row, place })
    else unplaced.push(row)
  }
  return { placed, unplaced }
}

export interface Near extends Placed {
  metres: number
}

/** The nearest first. */
export function byDistance(placed: readonly Placed[], from: Place): Near[] {
  return placed
    .map((one) => ({ ...one, metres: metresBetween(from, one.place) }))
    .toSorted((one, other) => one.metres - other.metres)
}

/** `850 m`, `3.2 km`, `120 km`, in the language's own words. */
export function distanceText(metres: number, locale: Locale): string {
  const isShort = metres < 995
  const value = isShort ? Math.round(metres / 10) * 10 : metres / 1000
  const maximumFractionDigits = isShort || value >= 100 ? 0 : 1
  const unit = isShort ? 'meter' : 'kilometer'
  const form = { style: 'unit', unit, maximumFractionDigits } as const
  return new Intl.NumberFormat(locale, form).format(value)
}

export interface MapAddresses {
  google: string
  amap: string
  /** Opens the map program of the device. */
  geo: string
}

/** Amap is told that these are not the shifted degrees of mainland maps. */
export function mapAddresses({ lat, lng }: Place, name: string): MapAddresses {
  const called = encodeURIComponent(name)
  return {
    google: `https://www.google.com/maps/search/?api=1&query=${lat},${lng}`,
    amap: `https://uri.amap.com/marker?position=${lng},${lat}&name=${called}&coordinate=wgs84`,
    geo: `geo:${lat},${lng}?q=${lat},${lng}(${called})`,
  }
}
