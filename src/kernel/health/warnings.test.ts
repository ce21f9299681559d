/** Each thing that needs somebody is told once it does, and not a moment before. */
import { expect, test } from 'vitest'
import type { Health } from './ask-health.ts'
import { warningsOf } from './warnings.ts'

const now = new Date('2026-11-23T02:00:00Z')
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString()
const gigabyte = 10 ** 9

const well: Health = {
  program: { version: '1.0.0', startedAt: ago(1) },
  database: { version: '18.1', startedAt: ago(1), clockOffBy: 0 },
  files: { count: 0, bytes: 0 },
  mails: { waiting: 1, failed: 0, waitingSince: ago(0.5) },
  backup: { madeAt: ago(25) },
  books: { checkedAt: ago(25), differences: 0 },
  clock: { now: now.toISOString(), timeZone: 'Asia/Taipei' },
  machine: {
    database: gigabyte,
    connections: { used: 90, most: 100 },
    disk: { free: 3 * gigabyte, bytes: 100 * gigabyte },
  },
  isAlone: true,
  hasMailServer: true,
  foundedAt: ago(1000),
  jobs: [],
  failures: [],
}

function told(more: Partial<Health>): string[] {
  return warningsOf({ ...well, ...more }, now, 'alarm').map(({ rule }) => rule)
}

const job = { name: 'a', label: 'A', every: null, waiting: 1, active: 0, failed: 0, doneAt: null }
const failure = { id: 'x', name: 'a', label: 'A', at: ago(1), tries: 6, message: 'no' }
const { machine, mails, books } = well

test('where all is well, nobody is bothered', () => {
  expect(told({})).toEqual([])
  expect(told({ jobs: [{ ...job, dueAt: ago(0.2) }] })).toEqual([])
  expect(told({ books: { checkedAt: null, differences: 0 }, foundedAt: ago(2) })).toEqual([])
  // A small disk needs less.
  const disk = { free: 1.5 * gigabyte, bytes: 10 * gigabyte }
  expect(told({ machine: { ...machine, disk } })).toEqual([])
})

test.each<[rule: string, more: Partial<Health>]>([
  ['health.disk-full', { machine: { ...machine, disk: { free: 1, bytes: gigabyte } } }],
  ['health.connections-used-up', { machine: { ...machine, connections: { used: 91, most: 100 } } }],
  ['health.clocks-differ', { database: { ...well.database, clockOffBy: -31 } }],
  ['health.books-differ', { books: { ...books, differences: 1 } }],
  ['health.books-unchecked', { books: { ...books, checkedAt: ago(27) } }],
  ['health.books-unchecked', { books: { ...books, checkedAt: null } }],
  ['health.no-backup', { backup: { madeAt: null } }],
  ['health.backup-old', { backup: { madeAt: ago(27) } }],
  ['health.mails-failed', { mails: { ...mails, failed: 1 } }],
  ['health.no-mail-server', { hasMailServer: false }],
  ['health.mails-wait', { mails: { ...mails, waitingSince: ago(1.1) } }],
  ['health.work-failed', { failures: [failure] }],
  ['health.work-waits', { jobs: [{ ...job, dueAt: ago(0.3) }] }],
])('%s', (rule, more) => expect(told(more)).toEqual([rule]))

test('what is gravest comes first', () => {
  expect(told({ hasMailServer: false, jobs: [{ ...job, dueAt: ago(1) }] })).toEqual([
    'health.work-waits',
    'health.no-mail-server',
  ])
})
