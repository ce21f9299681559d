/** Tasks as a calendar file (iCalendar, RFC 5545) that other programs read. */
import { addDays, type DateText } from '#kernel/time/date.ts'
import { instantOf } from '#kernel/time/instant.ts'

export interface CalendarTask {
  id: string
  version: number
  updatedAt: string
  title: string
  status: string
  dueOn: DateText
  time: string | null
  minutes: number | null
  remindBefore: string | null
  note: string | null
}

const usualMinutes = 30

/** @param timeZone where the times of the tasks are meant */
export function writeCalendar(
  name: string,
  tasks: readonly CalendarTask[],
  timeZone: string,
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Shangmai//Tasks//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    `X-WR-TIMEZONE:${timeZone}`,
    ...tasks.flatMap((task) => eventOf(task, timeZone)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventOf(task: CalendarTask, timeZone: string): string[] {
  const { id, version, updatedAt, title, status, note, remindBefore } = task
  return [
    'BEGIN:VEVENT',
    `UID:${id}@shangmai`,
    `SEQUENCE:${version - 1}`,
    `DTSTAMP:${utc(updatedAt)}`,
    `LAST-MODIFIED:${utc(updatedAt)}`,
    ...spanOf(task, timeZone),
    `SUMMARY:${escaped(status === 'done' ? `✓ ${title}` : title)}`,
    ...(note === null ? [] : [`DESCRIPTION:${escaped(note)}`]),
    `STATUS:${status === 'dropped' ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(remindBefore === null || status !== 'open' ? [] : alarmOf(remindBefore, title)),
    'END:VEVENT',
  ]
}

/** A whole day ends where the next begins, and keeps nobody from being free. */
function spanOf({ dueOn, time, minutes }: CalendarTask, timeZone: string): string[] {
  const plain = (day: DateText) => day.replaceAll('-', '')
  if (time === null)
    return [
      `DTSTART;VALUE=DATE:${plain(dueOn)}`,
      `DTEND;VALUE=DATE:${plain(addDays(dueOn, 1))}`,
      'TRANSP:TRANSPARENT',
    ]
  const start = instantOf(dueOn, time, timeZone)
  const end = new Date(new Date(start).getTime() + (minutes ?? usualMinutes) * 60_000)
  return [`DTSTART:${utc(start)}`, `DTEND:${utc(end.toISOString())}`]
}

function alarmOf(minutes: string, title: string): string[] {
  const words = ['ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, `TRIGGER:-PT${minutes}M`]
  return ['BEGIN:VALARM', ...words, 'END:VALARM']
}

function utc(instant: string): string {
  return new Date(instant).toISOString().replaceAll(/[-:]|\.\d{3}/gu, '')
}

/** RFC 5545, 3.3.11; other characters that no text may hold are left out. */
function escaped(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(/[\\;,]/gu, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n')
    .replaceAll(/[\p{Cc}]/gu, '')
}

const longest = 75

/** RFC 5545, 3.1: no line is longer than 75 octets; no character is cut in two. */
function folded(line: string): string {
  const lines: string[] = []
  let [open, octets] = ['', 0]
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > longest) {
      lines.push(open)
      ;[open, octets] = [' ', 1]
    }
    open += letter
    octets += size
  }
  return [...lines, open].join('\r\n')
}
