/** Where records stand among the hours of their days, and what each place there stands for. */
import type { HoursMeta, WireRow } from '#kernel/http/wire.ts'
import type { DateText } from '#kernel/time/date.ts'
import { textOf } from '#ui/field/value/field-facts.ts'

/** A time of a day of a person; without a time the whole day, without a person whoever it is. */
export interface Place {
  day: DateText
  time: string
  person: string
}

const minutesOfDay = 24 * 60
/** Places stand half an hour apart. */
export const step = 30
/** So long is what says nothing of its length. */
const usual = 30

export function keyOf({ day, time, person }: Place): string {
  return `${day} ${time} ${person}`
}

export function placeNamed(key: string): Place {
  const [day = '', time = '', person = ''] = key.split(' ')
  return { day, time, person }
}

/** '08:30' → 510 */
export function minuteOf(time: string): number {
  const [hour, minute] = time.split(':').map(Number)
  return (hour ?? 0) * 60 + (minute ?? 0)
}

export function timeAt(minute: number): string {
  const [hour, rest] = [Math.floor(minute / 60), minute % 60]
  return `${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}

/** Where one comes to from the whole day, and what is seen first. */
export const workBegins = '08:00'

export const timesOfDay: readonly string[] = Array.from({ length: minutesOfDay / step }, (_, at) =>
  timeAt(at * step),
)

export interface Standing {
  row: WireRow
  from: number
  until: number
  /** Of so many beside each other, the how manieth. */
  at: number
  beside: number
}

/** What lies at the same time stands beside each other. */
export function abreast(rows: readonly WireRow[], hours: HoursMeta): Standing[] {
  const sorted = rows
    .map((row) => {
      const from = minuteOf(textOf(row[hours.time]))
      const length = Math.max(Number(row[hours.minutes] ?? usual), step)
      return { row, from, until: Math.min(from + length, minutesOfDay) }
    })
    .toSorted((a, b) => a.from - b.from || b.until - a.until)
  const groups: (typeof sorted)[] = []
  let end = -1
  for (const one of sorted) {
    if (one.from >= end) groups.push([])
    groups.at(-1)?.push(one)
    end = Math.max(end, one.until)
  }
  return groups.flatMap(inLanes)
}

function inLanes(group: readonly Omit<Standing, 'at' | 'beside'>[]): Standing[] {
  const ends: number[] = []
  const placed = group.map((one) => {
    const free = ends.findIndex((end) => end <= one.from)
    const at = free < 0 ? ends.length : free
    ends[at] = one.until
    return { ...one, at }
  })
  return placed.map((one) => ({ ...one, beside: ends.length }))
}

/** Up and down by half an hour, above the first lies the whole day; sideways by column. */
export function stepped(
  place: Place,
  key: string,
  columns: readonly Pick<Place, 'day' | 'person'>[],
): Place | undefined {
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const at = columns.findIndex(({ day, person }) => day === place.day && person === place.person)
    const next = columns[at + (key === 'ArrowLeft' ? -1 : 1)]
    return at < 0 ? undefined : next && { ...place, ...next }
  }
  const at = place.time === '' ? -1 : Math.floor(minuteOf(place.time) / step)
  if (key === 'ArrowUp') return at < 0 ? undefined : { ...place, time: timesOfDay[at - 1] ?? '' }
  const time = at < 0 ? workBegins : timesOfDay[at + 1]
  return time === undefined ? undefined : { ...place, time }
}

/** Days of a week beside each other, or the people of one day. */
export function columnsOf(
  days: readonly DateText[],
  people: readonly string[] | null,
): Pick<Place, 'day' | 'person'>[] {
  const [day] = days
  if (people === null || day === undefined) return days.map((one) => ({ day: one, person: '' }))
  return people.map((person) => ({ day, person }))
}
