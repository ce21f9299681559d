/** Writes decimals the way a language does, digit by digit, so that no figure passes a float. */
import type { Decimal } from './decimal.ts'
import { fixed, isNegative, isZero, normal } from './decimal.ts'

export interface FormatOptions {
  /** Rounds and pads to exactly this many places; without it all places stand as they are. */
  readonly places?: number
}

/** What a language puts around and between the digits. */
export interface Frame {
  readonly positive: readonly [before: string, after: string]
  readonly negative: readonly [before: string, after: string]
  readonly group: string
  readonly point: string
  /** Sizes of the group beside the point, of the others, and the digits from which to group. */
  readonly sizes: readonly [first: number, other: number, from: number]
}

const frames = new Map<string, Frame>()

/** `1234567.5` in English and Chinese: `1,234,567.5`. */
export function formatDecimal(
  amount: Decimal,
  locale: string,
  options: FormatOptions = {},
): string {
  const text = options.places === undefined ? normal(amount) : fixed(amount, options.places)
  return fillFrame(text, frameOf(locale, {}))
}

/** @param text a decimal as `normal` or `fixed` write it */
export function fillFrame(text: string, frame: Frame): string {
  const negative = isNegative(text) && !isZero(text)
  const [before, after] = negative ? frame.negative : frame.positive
  const [whole, part] = text.replace('-', '').split('.')
  const digits = groupDigits(whole ?? '', frame)
  return before + digits + (part === undefined ? '' : frame.point + part) + after
}

/** The frame that Intl uses for the language; kept, since making an Intl formatter is slow. */
export function frameOf(locale: string, style: Intl.NumberFormatOptions): Frame {
  const key = `${locale} ${style.currency ?? ''} ${style.currencyDisplay ?? ''}`
  const kept = frames.get(key)
  if (kept) return kept
  const frame = readFrame(locale, style)
  frames.set(key, frame)
  return frame
}

function groupDigits(digits: string, { group, sizes: [first, other, from] }: Frame): string {
  if (digits.length < from) return digits
  const groups = [digits.slice(-first)]
  for (let end = digits.length - first; end > 0; end -= other) {
    groups.unshift(digits.slice(Math.max(0, end - other), end))
  }
  return groups.join(group)
}

function readFrame(locale: string, style: Intl.NumberFormatOptions): Frame {
  const format = new Intl.NumberFormat(locale, {
    ...style,
    numberingSystem: 'latn',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const long = format.formatToParts(1234567890.5)
  const valueOf = (type: string) => long.find((part) => part.type === type)?.value ?? ''
  const integers = long.filter((part) => part.type === 'integer').map((part) => part.value.length)
  const first = integers.at(-1) ?? 3
  const short = format.formatToParts(10 ** first)
  const groupsShort = short.some((part) => part.type === 'group')
  return {
    positive: around(long),
    negative: around(format.formatToParts(-1234567890.5)),
    group: valueOf('group'),
    point: valueOf('decimal'),
    sizes: [first, integers.at(-2) ?? first, first + (groupsShort ? 1 : 2)],
  }
}

const DIGIT_PARTS = new Set(['integer', 'group', 'decimal', 'fraction'])

function around(parts: Intl.NumberFormatPart[]): [string, string] {
  const join = (list: Intl.NumberFormatPart[]) => list.map((part) => part.value).join('')
  const start = parts.findIndex((part) => DIGIT_PARTS.has(part.type))
  const end = parts.findLastIndex((part) => DIGIT_PARTS.has(part.type))
  return [join(parts.slice(0, start)), join(parts.slice(end + 1))]
}
