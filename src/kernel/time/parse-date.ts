/** Reads dates as people and spreadsheets write them; never guesses between two readings. */
import type { DateText } from './date.ts'
import { dateOf, isCalendarDay } from './date.ts'

/** The order of numbers where a text alone does not tell, such as `04/07/2026`. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy'

type Day = readonly [year: number, month: number, day: number]

/** 民國 1 is 1912. */
const ROC_OFFSET = 1911
const CLOCK = /[ T]\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[AaPp][Mm])?( ?(Z|[+-]\d{2}:?\d{2}))?$/
const MONTHS =
  'january february march april may june july august september october november december'.split(' ')

/**
 * The date, or null when the text is none. Understood without an order: `2026-07-04` and the like
 * with `/` or `.`, a time behind it (dropped, no zone is applied), `20260704`, `2026年7月4日`,
 * `04.07.2026` (points: day first), `4 Jul 2026`, `July 4, 2026`, and ROC years (`115/7/4`,
 * `民國115年7月4日`, and `75/3/2`, since 75 can be no day). With an order also `7/4/2026`, `4/7/26`,
 * and for `ymd` ROC years of two figures (`26/7/4`) or without marks (`1150704`). Full-width
 * figures are read as figures.
 */
export function parseDate(text: string, order?: DateOrder): DateText | null {
  if (text.length > 80) return null
  const plain = text.normalize('NFKC').trim().replace(CLOCK, '')
  const day =
    inWords(plain) ?? inChinese(plain, order) ?? compact(plain, order) ?? inNumbers(plain, order)
  return day && isYear(day[0]) && isCalendarDay(...day) ? dateOf(...day) : null
}

function inNumbers(text: string, order: DateOrder | undefined): Day | null {
  const parts = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/.exec(text)
  if (!parts) return null
  const [first = '', mark, middle, last = ''] = parts.slice(1)
  if (last.length <= 2 && isLeadingYear(first, order)) {
    return [leadingYear(first), Number(middle), Number(last)]
  }
  if (first.length > 2 || last.length === 1 || last.length === 3) return null
  const year = last.length === 4 ? Number(last) : twoDigitYear(last)
  if (order === 'mdy') return [year, Number(first), Number(middle)]
  const dayFirst = order === 'dmy' || (mark === '.' && last.length === 4)
  return dayFirst ? [year, Number(middle), Number(first)] : null
}

function isLeadingYear(first: string, order: DateOrder | undefined): boolean {
  if (first.length >= 3) return true
  if (order === 'ymd') return first.length === 2
  return order === undefined && Number(first) > 31
}

function leadingYear(digits: string): number {
  return digits.length === 4 ? Number(digits) : Number(digits) + ROC_OFFSET
}

/** As POSIX reads them: 69 to 99 are 19xx, 00 to 68 are 20xx. */
function twoDigitYear(digits: string): number {
  return Number(digits) + (Number(digits) >= 69 ? 1900 : 2000)
}

function inChinese(text: string, order: DateOrder | undefined): Day | null {
  const parts =
    /^(民國|民国|西元|公元)? ?(\d{1,4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日號号]?$/.exec(text) ??
    /^(民國|民国) ?(\d{1,3})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (!parts) return null
  const [, era = '', year = '', month, day] = parts
  const republic = era.startsWith('民')
  if (era === '' && !isLeadingYear(year, order)) return null
  const full = republic ? Number(year) + ROC_OFFSET : era ? Number(year) : leadingYear(year)
  return [full, Number(month), Number(day)]
}

function compact(text: string, order: DateOrder | undefined): Day | null {
  const pattern = order === 'ymd' ? /^(\d{3,4})(\d\d)(\d\d)$/ : /^(\d{4})(\d\d)(\d\d)$/
  const parts = pattern.exec(text)
  if (!parts || (order !== undefined && order !== 'ymd')) return null
  return [leadingYear(parts[1] ?? ''), Number(parts[2]), Number(parts[3])]
}

function inWords(text: string): Day | null {
  const dayFirst = /^(\d{1,2})[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})$/.exec(text)
  if (dayFirst) return [Number(dayFirst[3]), monthNamed(dayFirst[2]), Number(dayFirst[1])]
  const monthFirst = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text)
  if (!monthFirst) return null
  return [Number(monthFirst[3]), monthNamed(monthFirst[1]), Number(monthFirst[2])]
}

/** From 1; 0, no month, for a word that names none. At least three letters are needed. */
function monthNamed(word = ''): number {
  return MONTHS.findIndex((month) => month.startsWith(word.toLowerCase())) + 1
}

function isYear(year: number): boolean {
  return year >= 1000 && year <= 9999
}
