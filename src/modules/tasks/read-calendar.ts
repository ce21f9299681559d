/** Appointments of a calendar file (iCalendar, RFC 5545), at the times of the company's clock. */
import { dateOf, type DateText } from '#kernel/time/date.ts'
import { formatInstant } from '#kernel/time/format.ts'
import { dateIn, instantOf, isTimeZone } from '#kernel/time/instant.ts'

export interface Appointment {
  /** Names it in its calendar; one that was moved out of a series has its own. */
  uid: string
  title: string
  note: string | null
  day: DateText
  time: string | null
  minutes: number | null
  repeat: 'none' | 'daily' | 'weekly' | 'monthly' | 'yearly'
  until: DateText | null
}

type Ical = typeof import('ical.js').default
type Component = InstanceType<Ical['Component']>
type Property = InstanceType<Ical['Property']>
type Time = InstanceType<Ical['Time']>

const repeats = ['daily', 'weekly', 'monthly', 'yearly'] as const

/**
 * Events and to-dos that stand on a day; of those that were called off none.
 * @returns null for a text that is no calendar
 */
export async function readCalendar(text: string, timeZone: string): Promise<Appointment[] | null> {
  const ical = (await import('ical.js')).default
  const calendar = parsed(ical, text)
  if (calendar === null) return null
  const zones = calendar.getAllSubcomponents('vtimezone').map((zone) => new ical.Timezone(zone))
  const known = new Map(zones.map((zone) => [zone.tzid, zone]))
  const parts = ['vevent', 'vtodo'].flatMap((name) => calendar.getAllSubcomponents(name))
  return parts.flatMap((part) => appointmentOf(part, (time) => wallTime(time, known, timeZone)))
}

function parsed(ical: Ical, text: string): Component | null {
  try {
    const component = new ical.Component(ical.parse(text) as unknown[])
    return component.name === 'vcalendar' ? component : null
  } catch {
    return null
  }
}

type Wall = { day: DateText; time: string | null; moment: number }

function appointmentOf(part: Component, wallOf: (property: Property) => Wall | null) {
  const start = part.getFirstProperty('dtstart') ?? part.getFirstProperty('due')
  const wall = start && wallOf(start)
  const isOff = part.getFirstPropertyValue('status') === 'CANCELLED'
  const uid = textOf(part, 'uid')
  if (!wall || isOff || uid === '') return []
  const end = part.getFirstProperty('dtend')
  const { day, time, moment } = wall
  const last = end && wallOf(end)
  const length = last && time !== null ? Math.round((last.moment - moment) / 60_000) : 0
  return [
    {
      uid: [uid, textOf(part, 'recurrence-id')].filter(Boolean).join(' '),
      title: textOf(part, 'summary').replaceAll(/\s+/gu, ' ').trim(),
      note: textOf(part, 'description') || null,
      day,
      time,
      minutes: length > 0 ? length : null,
      ...repeatOf(part),
    },
  ]
}

function textOf(part: Component, name: string): string {
  const value = part.getFirstPropertyValue(name)
  return value === null ? '' : String(value)
}

/** What repeats at another pace comes once. */
function repeatOf(part: Component): Pick<Appointment, 'repeat' | 'until'> {
  const rule = part.getFirstPropertyValue('rrule') as {
    freq?: string
    interval?: number
    until?: Time | null
    count?: number | null
  } | null
  const repeat = repeats.find((one) => one === rule?.freq?.toLowerCase())
  if (!rule || !repeat || (rule.interval ?? 1) !== 1 || rule.count)
    return { repeat: 'none', until: null }
  const { until } = rule
  return { repeat, until: until ? dateOf(until.year, until.month, until.day) : null }
}

/** A floating time, or one of a zone that nobody knows, is meant where the company is. */
function wallTime(
  property: Property,
  known: ReadonlyMap<string, InstanceType<Ical['Timezone']>>,
  timeZone: string,
): Wall | null {
  const value = property.getFirstValue() as Time | null
  if (!value || typeof value.toJSDate !== 'function') return null
  const day = dateOf(value.year, value.month, value.day)
  if (value.isDate) return { day, time: null, moment: Date.parse(day) }
  const clock = [value.hour, value.minute].map((part) => String(part).padStart(2, '0')).join(':')
  const tzid = property.getFirstParameter('tzid')
  const zone = known.get(tzid)
  const isUtc = value.zone?.tzid === 'UTC'
  if (isUtc) return inZone(instantOf(day, clock, 'UTC'), timeZone)
  if (isTimeZone(tzid)) return inZone(instantOf(day, clock, tzid), timeZone)
  if (!zone) return inZone(instantOf(day, clock, timeZone), timeZone)
  const zoned = value.clone()
  zoned.zone = zone
  return inZone(zoned.toJSDate().toISOString(), timeZone)
}

function inZone(instant: string, timeZone: string): Wall {
  const time = formatInstant(instant, 'en', { timeZone, show: 'time' })
  return { day: dateIn(instant, timeZone), time, moment: Date.parse(instant) }
}
