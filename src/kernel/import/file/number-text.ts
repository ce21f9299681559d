/** Writes a number of a workbook as the text that a person sees: amounts, dates, percentages. */

/** What a number format of a workbook makes of a number. */
export type NumberFormat =
  | { kind: 'plain' }
  | { kind: 'percent' }
  /** Leading zeros, as in postal codes. */
  | { kind: 'padded'; digits: number }
  | { kind: 'date' }
  | { kind: 'time' }
  /** Hours that go beyond 24. */
  | { kind: 'duration' }

const plain: NumberFormat = { kind: 'plain' }
const numeric = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu

/** Formats that have a number instead of a code (ECMA-376 18.8.30), with those of Chinese Excel. */
export function builtInFormat(id: number): NumberFormat {
  if (id === 9 || id === 10) return { kind: 'percent' }
  if (id === 46) return { kind: 'duration' }
  if ((id >= 18 && id <= 21) || id === 45 || id === 47) return { kind: 'time' }
  const date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  return date ? { kind: 'date' } : plain
}

/** What a format code such as `yyyy"年"m"月"`, `0.00%`, `00000` or `[h]:mm` stands for. */
export function formatOfCode(code: string): NumberFormat {
  const [section = ''] = code.split(';')
  if (/\[(?:h+|m+|s+)\]/iu.test(section)) return { kind: 'duration' }
  const bare = section.replaceAll(/\[[^\]]*\]|"[^"]*"|\\.|[_*]./gu, '').toLowerCase()
  if (/general|通用/u.test(bare)) return plain
  if (/[yd]/u.test(bare)) return { kind: 'date' }
  if (/[hs]/u.test(bare)) return { kind: 'time' }
  if (bare.includes('m')) return { kind: 'date' }
  if (bare.includes('%')) return { kind: 'percent' }
  return /^0{2,}$/u.test(bare) ? { kind: 'padded', digits: bare.length } : plain
}

/**
 * The text of a number: decimals without an exponent and at most the 15 digits that Excel keeps
 * (0.30000000000000004 is 0.3), `15%`, `02134`, `2024-01-31`, `2024-01-31 08:30:00`, `08:30:00`.
 * Text that is no number comes back as it is.
 */
export function numberText(raw: string, format: NumberFormat, starts1904: boolean): string {
  const number = Number(raw)
  if (!numeric.test(raw) || !Number.isFinite(number)) return raw
  const decimal = decimalText(raw)
  if (format.kind === 'plain') return decimal
  if (format.kind === 'percent') return `${shifted(decimal, 2)}%`
  if (format.kind === 'padded') return /^\d+$/u.test(decimal) ? padded(decimal, format) : decimal
  return serialText(number, format.kind, starts1904) ?? decimal
}

function padded(decimal: string, format: { digits: number }): string {
  return decimal.padStart(format.digits, '0')
}

const alreadyShort = /^(?:0|-?(?:[1-9]\d{0,14}|(?:0|[1-9]\d{0,5})\.\d{0,7}[1-9]))$/u

/** Whole numbers keep all digits: a number such as a bank account has more than 15. */
function decimalText(raw: string): string {
  if (alreadyShort.test(raw)) return raw
  if (/^-?\d+$/u.test(raw)) return BigInt(raw).toString()
  const significant = raw.replace(/e.*$/iu, '').replaceAll(/[^\d]/gu, '').replace(/^0+/u, '')
  const short = significant.length > 15 ? Number(raw).toPrecision(15) : raw
  const [mantissa = '', exponent = '0'] = short.toLowerCase().split('e')
  return shifted(mantissa, Number(exponent))
}

/** Moves the decimal point to the right, without computing. */
function shifted(decimal: string, places: number): string {
  const negative = decimal.startsWith('-')
  const [whole = '', fraction = ''] = decimal.replace(/^[+-]/u, '').split('.')
  const digits = whole + fraction
  const point = whole.length + places
  const filled = digits.padStart(digits.length + Math.max(0, 1 - point), '0').padEnd(point, '0')
  const at = Math.max(1, point)
  const text = `${filled.slice(0, at)}.${filled.slice(at)}`
  const short = text.replace(/^0+(?=\d)/u, '').replace(/\.?0*$/u, '')
  return negative && /[1-9]/u.test(short) ? `-${short}` : short
}

type SerialKind = 'date' | 'time' | 'duration'

const dayMilliseconds = 86_400_000
/** Excel counts days from here; before March 1900 it is one off, as it knows a 29 February 1900. */
const start1900 = Date.UTC(1899, 11, 30)
const start1904 = Date.UTC(1904, 0, 1)
const lastDay = 2_958_465

function serialText(serial: number, kind: SerialKind, starts1904: boolean): string | undefined {
  if (serial < 0 || serial >= lastDay + 1) return undefined
  const milliseconds = Math.round(serial * dayMilliseconds)
  if (kind === 'duration' || (serial < 1 && (kind === 'time' || serial > 0))) {
    return clock(milliseconds)
  }
  const early = !starts1904 && serial < 60 ? dayMilliseconds : 0
  const instant = new Date((starts1904 ? start1904 : start1900) + milliseconds + early)
  const day = instant.toISOString().slice(0, 10)
  const time = milliseconds % dayMilliseconds
  return time === 0 ? day : `${day} ${clock(time)}`
}

function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const text = parts.map((part) => String(part).padStart(2, '0')).join(':')
  const rest = milliseconds % 1000
  return rest === 0 ? text : `${text}.${String(rest).padStart(3, '0')}`
}
