/** What is written is a calendar by the standard, and what others write comes in once. */
import ical from 'ical.js'
import { expect, test } from 'vitest'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { importCalendar, Task } from './index.ts'
import { readCalendar } from './read-calendar.ts'
import { writeCalendar, type CalendarTask } from './write-calendar.ts'

const world = useWorld(modules)

const task: CalendarTask = {
  id: '01a2',
  version: 3,
  updatedAt: '2026-11-23T02:00:00.000Z',
  title: '拜訪王經理，討論春季報價；並確認包裝機規格、交期與付款條件, 樣品\\三',
  status: 'open',
  dueOn: '2026-11-24',
  time: '14:30',
  minutes: 90,
  remindBefore: '60',
  note: 'First line\nsecond; line',
}
const plain = { ...task, time: null, minutes: null, remindBefore: null, note: null }

test('a written calendar keeps to the standard, and says what the tasks say', async () => {
  const tasks = [task, { ...plain, id: '01a3', title: 'All day', status: 'done' }]
  const text = writeCalendar('Tasks', tasks, 'Asia/Taipei')
  const lines = text.split('\r\n')
  expect(lines.at(-1)).toBe('')
  expect(lines.filter((line) => /[\r\n]/u.test(line) || Buffer.byteLength(line) > 75)).toEqual([])
  const [timed, whole] = new ical.Component(ical.parse(text) as unknown[])
    .getAllSubcomponents('vevent')
    .map((component) => new ical.Event(component))
  expect(timed?.summary).toBe(task.title)
  expect(timed?.description).toBe(task.note)
  expect(timed?.startDate.toJSDate().toISOString()).toBe('2026-11-24T06:30:00.000Z')
  expect(timed?.endDate.toJSDate().toISOString()).toBe('2026-11-24T08:00:00.000Z')
  expect([whole?.startDate.isDate, whole?.endDate.toString()]).toEqual([true, '2026-11-25'])
  expect(whole?.summary).toBe('✓ All day')
  const [read] = (await readCalendar(text, 'Asia/Taipei')) ?? []
  expect(read).toMatchObject({ day: '2026-11-24', time: '14:30', minutes: 90, title: task.title })
})

test.each(Array.from({ length: 12 }, (_, at) => at + 60))(
  'a line of %i letters is folded within 75 octets, and read as it was',
  async (length) => {
    const title = `${'x'.repeat(length)}報價`
    const text = writeCalendar('Tasks', [{ ...plain, title }], 'Asia/Taipei')
    const longest = Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))
    expect(longest).toBeLessThanOrEqual(75)
    expect(await readCalendar(text, 'Asia/Taipei')).toMatchObject([{ title }])
  },
)

const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']
const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n')

const berlin = [
  'BEGIN:VTIMEZONE',
  'TZID:Office',
  'BEGIN:STANDARD',
  'DTSTART:19701025T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'END:VTIMEZONE',
]
const theirs = calendar(
  ...berlin,
  ...event('UID:zone', 'SUMMARY:Zone', 'DTSTART;TZID=Asia/Tokyo:20261125T100000'),
  ...event('UID:own', 'SUMMARY:Own zone', 'DTSTART;TZID=Office:20261125T090000'),
  ...event('UID:utc', 'SUMMARY:Utc', 'DTSTART:20261125T010000Z', 'DTEND:20261125T023000Z'),
  ...event('UID:float', 'SUMMARY:Floating', 'DTSTART:20261125T090000'),
  ...event('UID:day', 'SUMMARY:Fair', 'DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20261204'),
  ...event('UID:series', 'SUMMARY:Weekly', 'DTSTART:20260105T010000Z', 'RRULE:FREQ=WEEKLY'),
  ...event('UID:past', 'SUMMARY:Past', 'DTSTART:20260105T010000Z'),
  ...event('UID:off', 'SUMMARY:Off', 'DTSTART:20261125T010000Z', 'STATUS:CANCELLED'),
)

test('appointments come in at the company’s time, once, and nothing that has passed', async () => {
  const seller = await world().as('sales')
  const bring = async (text: string) =>
    (await seller.do(importCalendar, null, { calendar: text })).result
  expect(await bring(theirs)).toEqual({ found: 7, made: 6 })
  expect(await bring(theirs)).toEqual({ found: 7, made: 0 })
  const columns = ['title', 'dueOn', 'time', 'minutes', 'repeat', 'owner']
  const tasks = await seller.list(Task, { sort: 'title', columns })
  expect(tasks.map(({ title, dueOn, time, minutes }) => [title, dueOn, time, minutes])).toEqual([
    ['Fair', '2026-12-01', null, null],
    ['Floating', '2026-11-25', '09:00', null],
    ['Own zone', '2026-11-25', '16:00', null],
    ['Utc', '2026-11-25', '09:00', 90],
    ['Weekly', '2026-11-23', '09:00', null],
    ['Zone', '2026-11-25', '09:00', null],
  ])
  const colleague = await world().as('sales', 'colleague')
  const theirTasks = await colleague.do(importCalendar, null, { calendar: theirs })
  expect(theirTasks.result).toEqual({ found: 7, made: 6 })
})

test.each(['', 'Dear Sir', 'BEGIN:VCARD\r\nEND:VCARD\r\n', '{"a":1}'])(
  'what is no calendar is refused: %j',
  async (calendarText) => {
    const seller = await world().as('sales')
    const bring = seller.do(importCalendar, null, { calendar: calendarText })
    await refuses(bring, calendarText === '' ? 'input.invalid' : 'task.no-calendar')
  },
)
