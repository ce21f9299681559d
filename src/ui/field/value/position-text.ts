/** A position as people paste it: two numbers, or the address of a map that holds them. */
interface Position {
  lat: number
  lng: number
}

const number = String.raw`([+-]?\d{1,3}(?:\.\d{1,15})?)`
const pair = new RegExp(`^${number}\\s*°?\\s*[,，;\\s]\\s*${number}\\s*°?$`, 'u')
const inAddress = new RegExp(`[@=/]${number},${number}(?:[,&/?]|$)`, 'u')

/** `25.0330, 121.5654` or a link to a map, north and east positive; null for anything else. */
export function readPosition(typed: string): Position | null {
  const text = typed.normalize('NFKC').trim()
  const found = pair.exec(text) ?? (text.startsWith('http') ? inAddress.exec(text) : null)
  if (!found) return null
  const [lat, lng] = [Number(found[1]), Number(found[2])]
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? { lat, lng } : null
}

export function positionText(lat: unknown, lng: unknown): string {
  return typeof lat === 'number' && typeof lng === 'number' ? `${lat}, ${lng}` : ''
}
