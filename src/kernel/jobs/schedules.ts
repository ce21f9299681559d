/** Work by the clock: each company has its own timetable, in its own time zone. */
import type { PgBoss, Schedule } from 'pg-boss'
import { sql } from '../db/sql.ts'
import type { House } from '../house.ts'
import type { Job, JobLog } from './job.ts'
import type { Envelope } from './work.ts'

interface Wish {
  name: string
  tenant: string
  every: string
  timeZone: string
}

const pageSize = 10_000

/** Brings the timetables up to date with the companies and jobs there are. May be repeated. */
export async function syncSchedules(
  boss: PgBoss,
  house: House,
  jobs: readonly Job[],
  log: JobLog,
): Promise<void> {
  const known = new Map((await allSchedules(boss)).map((one) => [keyOf(one.name, one.key), one]))
  for (const wish of await wishes(house, jobs)) {
    const key = keyOf(wish.name, wish.tenant)
    if (!isAsWished(known.get(key), wish)) await schedule(boss, wish, log)
    known.delete(key)
  }
  for (const { name, key } of known.values()) await boss.unschedule(name, key)
}

async function allSchedules(boss: PgBoss): Promise<Schedule[]> {
  const all: Schedule[] = []
  for (;;) {
    const after = all.at(-1)
    const page = await boss.getSchedules(undefined, undefined, {
      limit: pageSize,
      ...(after ? { after } : {}),
    })
    all.push(...page)
    if (page.length < pageSize) return all
  }
}

async function wishes(house: House, jobs: readonly Job[]): Promise<Wish[]> {
  const companies = await house.database.control<{ tenant: string }>(
    sql`select tenant from company`,
  )
  const found: Wish[] = []
  for (const { tenant } of companies) {
    const { timeZone } = await house.companies.of(tenant)
    for (const { name, every } of jobs) if (every) found.push({ name, tenant, every, timeZone })
  }
  return found
}

function isAsWished(known: Schedule | undefined, wish: Wish): boolean {
  return known?.cron === wish.every && known.timezone === wish.timeZone
}

/** A night that was slept through (the machine was off) is made up for once. */
async function schedule(boss: PgBoss, wish: Wish, log: JobLog): Promise<void> {
  const { name, tenant, every, timeZone } = wish
  const data: Envelope = { tenant, payload: {} }
  try {
    await boss.schedule(name, every, data, { tz: timeZone, key: tenant, missed: 'once' })
  } catch (error) {
    // One company with an unreadable time zone must not stop the clock of the others.
    log.error(
      { job: name, tenant, every, timeZone, err: error },
      'A job cannot be put on the timetable',
    )
  }
}

function keyOf(name: string, tenant: string): string {
  return `${name} ${tenant}`
}
