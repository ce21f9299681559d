/** Which records stand on which day, and which days must be asked for by themselves. */
import type { FieldMeta, ListAnswer, WireRow } from '#kernel/http/wire.ts'
import type { DateText } from '#kernel/time/date.ts'
import { dateIn, instantOf } from '#kernel/time/instant.ts'
import { textOf } from '#ui/field/value/field-facts.ts'
import { wallTimeOf } from '#ui/field/value/wall-time.ts'

export interface DayRows {
  rows: WireRow[]
  /** All of the day, of which `rows` are the first. */
  count: number
  capped: boolean
}

export type Days = ReadonlyMap<DateText, DayRows>

export const noRows: DayRows = { rows: [], count: 0, capped: false }

/** The company's day on which the record stands; undefined while it has none. */
export function dayOfRow(row: WireRow, field: FieldMeta, timeZone: string): DateText | undefined {
  const value = textOf(row[field.name])
  if (value === '') return undefined
  return field.kind === 'instant' ? dateIn(value, timeZone) : value
}

/** When work begins: what a new record of a day gets where a time belongs to it. */
const morning = '09:00'

/** The value that stands for the day; of a moment that was before, its time of day stays. */
export function valueOfDay(
  field: FieldMeta,
  day: DateText,
  timeZone: string,
  before: WireRow | undefined,
): string {
  if (field.kind !== 'instant') return day
  const was = textOf(before?.[field.name])
  const time = was === '' ? morning : wallTimeOf(was, timeZone).slice(11)
  return instantOf(day, time, timeZone)
}

/**
 * Days of which one page of records, sorted by day, does not show all: the last one that it
 * reached, and those behind it. What a search finds is not in one order: then it is every day.
 */
export function busyDays(
  days: readonly DateText[],
  page: Pick<ListAnswer, 'rows' | 'next'>,
  dayOf: (row: WireRow) => DateText | undefined,
  isSearch: boolean,
): DateText[] {
  if (page.next === null) return []
  const last = page.rows.at(-1)
  const reached = last && dayOf(last)
  return days.filter((day) => isSearch || reached === undefined || day >= reached)
}

export function gathered(
  rows: readonly WireRow[],
  dayOf: (row: WireRow) => DateText | undefined,
): Days {
  const days = new Map<DateText, DayRows>()
  for (const row of rows) {
    const day = dayOf(row)
    if (day === undefined) continue
    const { rows: before } = days.get(day) ?? noRows
    days.set(day, { rows: [...before, row], count: before.length + 1, capped: false })
  }
  return days
}

/** Those for any time of the day first, then hour by hour. */
export function byTime(found: DayRows, time: string): DayRows {
  const order = (a: WireRow, b: WireRow) => textOf(a[time]).localeCompare(textOf(b[time]))
  return { ...found, rows: found.rows.toSorted(order) }
}

/** Records on their way already stand where they were put, by id. */
export function withMoved(days: Days, moved: ReadonlyMap<string, string>): Days {
  if (moved.size === 0) return days
  const placed = new Map(days)
  for (const [day, { rows }] of days) {
    for (const row of rows) {
      const to = moved.get(row.id)
      if (to === undefined || to === day) continue
      const [here, there] = [placed.get(day) ?? noRows, placed.get(to) ?? noRows]
      const rest = here.rows.filter(({ id }) => id !== row.id)
      if (here.count > 1) placed.set(day, { ...here, rows: rest, count: here.count - 1 })
      else placed.delete(day)
      placed.set(to, { ...there, rows: [row, ...there.rows], count: there.count + 1 })
    }
  }
  return placed
}
