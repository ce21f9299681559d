/** Somebody's tasks for a calendar program, which knows no session but a secret address. */
import { fail } from '#kernel/base/fail.ts'
import { sql } from '#kernel/db/sql.ts'
import { isId } from '#kernel/field/check.ts'
import type { House } from '#kernel/house.ts'
import { personBy } from '#kernel/access/load-person.ts'
import { hashOf, isToken } from '#kernel/session/token.ts'
import { addDays, today } from '#kernel/time/date.ts'
import { writeCalendar, type CalendarTask } from './write-calendar.ts'

const [daysBack, daysAhead, most] = [90, 400, 2000]

/**
 * @param key the secret, perhaps with `.ics` behind it
 * @returns the calendar file
 * @throws {Refusal} `record.not-found` (404) whatever is wrong with the address
 */
export async function feedCalendar(house: House, tenant: string, key: string): Promise<string> {
  const feed = await feedOf(house, tenant, key.replace(/\.ics$/u, ''))
  const { timeZone } = await house.companies.of(tenant)
  const tasks = await tasksOf(house, tenant, feed, today(house.now(), timeZone))
  return writeCalendar(feed.name, tasks, timeZone)
}

interface Feed {
  id: string
  owner: string
  name: string
}

async function feedOf(house: House, tenant: string, secret: string): Promise<Feed> {
  if (!isId(tenant) || !isToken(secret)) fail('record.not-found', {}, { status: 404 })
  const hash = hashOf(secret).toString('hex')
  const feed = await house.database.transaction(tenant, async (tx) => {
    const [row] = await tx.query<Feed>(
      sql`update task_feed set read_at = ${house.now()}
        where tenant = ${tenant} and secret_hash = ${hash} and status = 'active'
          and deleted_at is null
        returning id, owner, name`,
    )
    const day = today(house.now(), 'UTC')
    const person = row && (await personBy((query) => tx.query(query), tenant, row.owner, day))
    return person ? row : undefined
  })
  return feed ?? fail('record.not-found', {}, { status: 404 })
}

/** Her own tasks around today, without those that were dropped. */
function tasksOf(
  house: House,
  tenant: string,
  { owner }: Feed,
  day: string,
): Promise<CalendarTask[]> {
  return house.database.read<CalendarTask>(
    tenant,
    sql`select t.id, t.version, t.updated_at as "updatedAt", t.title, t.status,
        t.due_on as "dueOn", t.time, t.minutes, t.remind_before as "remindBefore", t.note
      from task t
      where t.tenant = ${tenant} and t.owner = ${owner}::uuid and t.status in ('open', 'done')
        and t.due_on between ${addDays(day, -daysBack)}::date and ${addDays(day, daysAhead)}::date
        and t.deleted_at is null
      order by t.due_on desc, t.id limit ${most}`,
  )
}
