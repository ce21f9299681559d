/** Patterns of document numbers: 'SO-{year}{month}-{0000}' → 'SO-202611-0042'. */

/** The part of a day that a pattern names; a new period begins a new count. */
export function periodOf(pattern: string, on: string): string {
  if (pattern.includes('{day}')) return on
  if (pattern.includes('{month}')) return on.slice(0, 7)
  if (pattern.includes('{year}') || pattern.includes('{yy}') || pattern.includes('{roc}'))
    return on.slice(0, 4)
  return ''
}

/** {year} {yy} {roc} (Taiwan's calendar) {month} {day}; {0000} is the count, at least that wide. */
export function formatNumber(pattern: string, on: string, number: number): string {
  const [year = '', month = '', day = ''] = on.split('-')
  return pattern
    .replaceAll('{year}', year)
    .replaceAll('{yy}', year.slice(2))
    .replaceAll('{roc}', String(Number(year) - 1911))
    .replaceAll('{month}', month)
    .replaceAll('{day}', day)
    .replaceAll(/\{(0+)\}/gu, (_, zeros: string) => String(number).padStart(zeros.length, '0'))
}

export interface CountedNumber {
  period: string
  count: number
}

const most = 2_000_000_000
const figures: Readonly<Record<string, string>> = {
  year: '(?<year>\\d{4})',
  yy: '(?<yy>\\d{2})',
  roc: '(?<roc>\\d{2,3})',
  month: '(?<month>\\d{2})',
  day: '(?<day>\\d{2})',
}

/** The period and count of a number that this pattern could have made; null for any other. */
export function countIn(pattern: string, number: string): CountedNumber | null {
  const seen = new Set<string>()
  const shape = pattern.replaceAll(/\{(\w+)\}|[^{}]/gu, (part, named: string | undefined) => {
    if (named === undefined) return RegExp.escape(part)
    const group = named.startsWith('0') ? `(?<count>\\d{${named.length},})` : figures[named]
    if (seen.has(named)) return '\\d+'
    seen.add(named)
    return group ?? part
  })
  const groups = new RegExp(`^${shape}$`, 'u').exec(number)?.groups
  if (!groups || Number(groups.count) > most) return null
  const { year, yy, roc, month = '01', day = '01' } = groups
  const own = year ?? (yy && `20${yy}`) ?? (roc && String(Number(roc) + 1911)) ?? '2000'
  return { period: periodOf(pattern, `${own}-${month}-${day}`), count: Number(groups.count) }
}

/**
 * A pattern must count, and may name nothing but the known parts. The count begins anew with each
 * month: without the year beside it, the numbers of last year would come again.
 */
export function isPattern(pattern: string): boolean {
  const rest = pattern.replaceAll(/\{(year|yy|roc|month|day)\}/gu, '')
  const counts = /^[^{}]*\{0+\}[^{}]*$/u.test(rest) && pattern.length <= 60
  const [day, month, year] = [/\{day\}/u, /\{month\}/u, /\{(year|yy|roc)\}/u].map((part) =>
    part.test(pattern),
  )
  return counts && (!month || year === true) && (!day || month === true)
}
