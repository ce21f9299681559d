/** How far two places on the ground are apart. */

/** Degrees, north and east positive. */
export interface Place {
  lat: number
  lng: number
}

/** Mean radius of the earth in metres (IUGG). */
const radius = 6_371_009
const perDegree = Math.PI / 180

/** @returns metres along the great circle (haversine formula) */
export function metresBetween(one: Place, other: Place): number {
  const [north, east] = [other.lat - one.lat, other.lng - one.lng]
  const across = Math.cos(one.lat * perDegree) * Math.cos(other.lat * perDegree)
  const half =
    Math.sin((north * perDegree) / 2) ** 2 + across * Math.sin((east * perDegree) / 2) ** 2
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** The place of an address, where it is known. */
export function placeOfAddress(address: Partial<Place> | null | undefined): Place | null {
  const { lat, lng } = address ?? {}
  return lat === undefined || lng === undefined ? null : { lat, lng }
}
