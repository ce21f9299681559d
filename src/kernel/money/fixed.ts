/** A number with a fixed count of decimal places, kept as a whole number of its smallest unit. */

/** `units` × 10^-`scale`; `{ units: 1250n, scale: 2 }` is 12.50. */
export interface Fixed {
  readonly units: bigint
  readonly scale: number
}

const PLAIN = /^-?\d+(?:\.\d+)?$/
const MINUS = 45
const POINT = 46
const ZERO = 48
/** A text no longer than this has at most 15 digits; they make a safe integer. */
const SHORT = 15
const SAFE = BigInt(Number.MAX_SAFE_INTEGER)
const POWERS: bigint[] = Array.from({ length: 40 }, (_, power) => 10n ** BigInt(power))

/** True for `-?digits[.digits]`: no sign `+`, no exponent, no spaces, no bare point. */
export function isPlain(text: unknown): text is string {
  return typeof text === 'string' && PLAIN.test(text)
}

export function powerOfTen(power: number): bigint {
  return POWERS[power] ?? 10n ** BigInt(power)
}

/** Throws an Error on anything but a plain decimal. */
export function readFixed(text: string): Fixed {
  return (text.length <= SHORT && readShort(text)) || readLong(text)
}

/** One pass over a short text, much faster than `readLong`, which decides doubtful texts. */
function readShort(text: string): Fixed | undefined {
  const start = text.charCodeAt(0) === MINUS ? 1 : 0
  let point = -1
  let digits = 0
  for (let at = start; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - ZERO
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit
    else if (digit === POINT - ZERO && point < 0 && at > start) point = at
    else return undefined
  }
  if (start === text.length || point === text.length - 1) return undefined
  const scale = point < 0 ? 0 : text.length - point - 1
  return { units: BigInt(start === 1 ? -digits : digits), scale }
}

function readLong(text: string): Fixed {
  if (!isPlain(text)) throw new Error(`not a decimal: ${JSON.stringify(text)?.slice(0, 60)}`)
  const point = text.indexOf('.')
  if (point < 0) return { units: BigInt(text), scale: 0 }
  const units = BigInt(text.slice(0, point) + text.slice(point + 1))
  return { units, scale: text.length - point - 1 }
}

/** The canonical text: no trailing zeros behind the point, never "-0". */
export function writeFixed(units: bigint, scale: number): string {
  const padded = writePadded(units, scale)
  if (scale === 0) return padded
  let end = padded.length
  while (padded.charCodeAt(end - 1) === ZERO) end -= 1
  if (padded.charCodeAt(end - 1) === POINT) end -= 1
  return end === padded.length ? padded : padded.slice(0, end)
}

/** The text with exactly `scale` places; zero has no sign. */
export function writePadded(units: bigint, scale: number): string {
  if (scale === 0) return digitsOf(units)
  const sign = units < 0n ? '-' : ''
  const digits = digitsOf(units < 0n ? -units : units).padStart(scale + 1, '0')
  const point = digits.length - scale
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

/** A safe integer is written several times faster as a number than as a bigint. */
function digitsOf(units: bigint): string {
  return units <= SAFE && units >= -SAFE ? String(Number(units)) : units.toString()
}

/** The same number in units of a finer scale. `scale` must not be below the number's own. */
export function unitsAt(value: Fixed, scale: number): bigint {
  return scale === value.scale ? value.units : value.units * powerOfTen(scale - value.scale)
}

/** Quotient to the nearest whole, halves away from zero; the house's one rounding rule. */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor
  const rest = dividend - quotient * divisor
  if (rest === 0n) return quotient
  const twice = rest < 0n ? -rest * 2n : rest * 2n
  if (twice < (divisor < 0n ? -divisor : divisor)) return quotient
  return dividend < 0n === divisor < 0n ? quotient + 1n : quotient - 1n
}

/** The number in units of `scale`, rounded half away from zero where it is finer than that. */
export function roundToUnits(units: bigint, from: number, scale: number): bigint {
  if (from <= scale) return from === scale ? units : units * powerOfTen(scale - from)
  return divideHalfUp(units, powerOfTen(from - scale))
}
