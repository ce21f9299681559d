/** What of the program's state needs somebody, and what that person does about it. */
import type { Facts } from '../base/fail.ts'
import type { HealthWarning } from './answer.ts'
import type { Health } from './ask-health.ts'

export type Warning = Omit<HealthWarning, 'text'> & { facts: Facts }

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Nightly work is missed once the second night has gone by. */
const nightly = 26 * hour
const leastFree = 2 * 10 ** 9
const mostOffBy = 30

/** The gravest first. @param alarms the list that shows what differs from the books, if any does */
export function warningsOf(health: Health, now: Date, alarms: string | null): Warning[] {
  const all = [
    ...ofMachine(health),
    ...ofBooks(health, now, alarms),
    ...ofBackup(health, now),
    ...ofMails(health, now),
    ...ofWork(health, now),
  ]
  return all.toSorted((one, other) => Number(other.isGrave) - Number(one.isGrave))
}

function grave(rule: string, facts: Facts = {}, more: Partial<Warning> = {}): Warning {
  return { rule, facts, isGrave: true, ...more }
}

function mild(rule: string, facts: Facts = {}, more: Partial<Warning> = {}): Warning {
  return { rule, facts, isGrave: false, ...more }
}

/** Without figures: they may not be told where there are other companies. */
function* ofMachine({ machine, database }: Health): Generator<Warning> {
  const { disk, connections } = machine
  if (disk.free < Math.min(leastFree, disk.bytes / 10)) yield grave('health.disk-full')
  if (connections.used > connections.most * 0.9) yield grave('health.connections-used-up')
  const seconds = Math.abs(database.clockOffBy)
  if (seconds > mostOffBy) yield grave('health.clocks-differ', { seconds })
}

function* ofBooks(
  { books, foundedAt }: Health,
  now: Date,
  alarms: string | null,
): Generator<Warning> {
  const { differences, checkedAt } = books
  const list = alarms === null ? {} : { list: { entity: alarms } }
  if (differences > 0) yield grave('health.books-differ', { count: differences }, list)
  if (since(checkedAt ?? foundedAt, now) > nightly)
    yield mild('health.books-unchecked', { days: daysSince(checkedAt ?? foundedAt, now) }, list)
}

function* ofBackup({ backup }: Health, now: Date): Generator<Warning> {
  const settings = 'backup'
  if (backup.madeAt === null) yield grave('health.no-backup', {}, { settings })
  else if (since(backup.madeAt, now) > nightly)
    yield mild('health.backup-old', { days: daysSince(backup.madeAt, now) }, { settings })
}

function* ofMails({ mails, hasMailServer }: Health, now: Date): Generator<Warning> {
  const { failed, waiting, waitingSince } = mails
  const list = (tab: string) => ({ list: { entity: 'mail', tab } })
  if (failed > 0) yield mild('health.mails-failed', { count: failed }, list('Failed'))
  if (!hasMailServer) yield mild('health.no-mail-server', { waiting }, { settings: 'mail' })
  else if (waitingSince !== null && since(waitingSince, now) > hour)
    yield mild('health.mails-wait', { count: waiting }, list('Waiting'))
}

function* ofWork({ jobs, failures }: Health, now: Date): Generator<Warning> {
  if (failures.length > 0) yield mild('health.work-failed', { count: failures.length })
  const due = jobs.flatMap(({ dueAt }) => (dueAt === null ? [] : [since(dueAt, now)]))
  const longest = Math.max(0, ...due)
  if (longest > 15 * minute)
    yield grave('health.work-waits', { minutes: Math.floor(longest / minute) })
}

function since(at: string, now: Date): number {
  return now.getTime() - new Date(at).getTime()
}

function daysSince(at: string, now: Date): number {
  return Math.floor(since(at, now) / day)
}
