/** The days that a calendar shows: the weeks of a month, or one week. */
import type { Locale } from '#kernel/http/wire.ts'
import {
  addDays,
  addMonths,
  daysBetween,
  endOf,
  startOf,
  weekday,
  type DateText,
} from '#kernel/time/date.ts'
import type { Span } from '../shapes.ts'

/** 1 = Monday … 7 = Sunday, the same as where a day is picked. */
const weekBegins: Record<Locale, number> = { en: 7, 'zh-Hant': 7, 'zh-Hans': 1 }

const [earliest, latest] = ['1900-01-01', '2999-12-31']

/** The day to look at: the wished one, unless no calendar reaches it. */
export function dayToShow(wished: DateText | undefined, today: DateText): DateText {
  return wished !== undefined && wished >= earliest && wished <= latest ? wished : today
}

function startOfWeek(day: DateText, locale: Locale): DateText {
  return addDays(day, -((weekday(day) - weekBegins[locale] + 7) % 7))
}

function daysFrom(first: DateText, count: number): DateText[] {
  return Array.from({ length: count }, (_, at) => addDays(first, at))
}

/** Whole weeks, so that a month begins and ends with days of its neighbours. */
export function weeksOf(day: DateText, span: Span, locale: Locale): DateText[][] {
  if (span === 'day') return [[day]]
  const isMonth = span === 'month'
  const first = startOfWeek(isMonth ? startOf('month', day) : day, locale)
  const last = isMonth ? endOf('month', day) : day
  const weeks = Math.floor(daysBetween(first, last) / 7) + 1
  return Array.from({ length: weeks }, (_, at) => daysFrom(addDays(first, 7 * at), 7))
}

export function monthOf(day: DateText): DateText[] {
  const first = startOf('month', day)
  return daysFrom(first, daysBetween(first, endOf('month', day)) + 1)
}

/** The day, or a day of the month or week, before or after; today, where it lies in that month. */
export function turned(day: DateText, span: Span, by: 1 | -1, today: DateText): DateText {
  if (span === 'day') return addDays(day, by)
  const next = span === 'month' ? addMonths(startOf('month', day), by) : addDays(day, 7 * by)
  return span === 'month' && startOf('month', today) === next ? today : next
}

const steps: Record<string, (day: DateText) => DateText> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
}

/** The day that a key leads to from this one. */
export function dayByKey(day: DateText, key: string, locale: Locale): DateText | undefined {
  if (key === 'Home') return startOfWeek(day, locale)
  if (key === 'End') return addDays(startOfWeek(day, locale), 6)
  if (key === 'PageUp') return addMonths(day, -1)
  if (key === 'PageDown') return addMonths(day, 1)
  return steps[key]?.(day)
}
