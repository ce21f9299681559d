/** Notifications by mail: each at once, or what is unread once a day, as the person chose. */
import { personBy } from '../access/load-person.ts'
import type { Sight } from '../access/scope.ts'
import { User } from '../access/user.entity.ts'
import { openCtx } from '../action/open-ctx.ts'
import type { Unit } from '../action/unit.ts'
import { write } from '../action/write.ts'
import { sql } from '../db/sql.ts'
import { isId } from '../field/check.ts'
import type { House } from '../house.ts'
import { asProgram } from '../jobs/as-program.ts'
import { defineJob, type Job, type JobCall } from '../jobs/job.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { choicesOf } from './choices.ts'
import { noticeLetter } from './letter.ts'
import { shownOf } from './read-lines.ts'
import { noticeMailJob } from './send-lines.ts'
import type { KeptLine } from './sentence.ts'

const mostInMail = 50
const dayMs = 24 * 60 * 60 * 1000

/** @param address that people open, without a slash at its end */
export function noticeMails(address: string): Job[] {
  return [
    defineJob({
      name: noticeMailJob,
      label: 'Notifications by mail',
      run: (house, call) => mailOne(house, call, address),
    }),
    defineJob({
      name: 'kernel.daily-notices',
      label: 'Notifications of the day by mail',
      every: '0 8 * * *',
      run: (house, call) => mailDay(house, call, address),
    }),
  ]
}

/** Payload: { notice }. What was read meanwhile, or may no longer be read, is not mailed. */
async function mailOne(house: House, call: JobCall, address: string): Promise<void> {
  const { notice } = call.payload
  if (!isId(notice)) throw new Error('A notification is mailed by its id')
  const { tenant } = call
  const [row] = await house.database.read<{ person: string }>(
    tenant,
    sql`select person from notification where tenant = ${tenant} and id = ${notice}::uuid`,
  )
  if (row) await mailPerson(house, call, { person: row.person, only: notice, address })
}

async function mailDay(house: House, call: JobCall, address: string): Promise<void> {
  const { tenant, now } = call
  const since = new Date(now.getTime() - 7 * dayMs)
  const rows = await house.database.read<{ person: string }>(
    tenant,
    sql`select distinct person from notification
      where tenant = ${tenant} and read_at is null and mailed_at is null and at >= ${since}`,
  )
  const people = rows.map(({ person }) => person)
  const choices = await choicesOf((query) => house.database.read(tenant, query), tenant, people)
  for (const person of people) {
    if (call.signal.aborted) return
    if (choices.get(person)?.mail === 'daily')
      await mailPerson(house, call, { person, only: null, address })
  }
}

interface MailWish {
  person: string
  /** One line, or all that are unread. */
  only: string | null
  address: string
}

/** The lines are marked in the transaction of the mail, so that it is written once. */
async function mailPerson(house: House, call: JobCall, wish: MailWish): Promise<void> {
  const caller = asProgram(call.tenant)
  const { name: company } = await house.companies.of(call.tenant)
  await write(house, caller, { now: call.now }, async (unit) => {
    const sight = await sightOfPerson(unit, wish.person)
    const kept = await claimLines(unit, wish)
    if (!sight) return null
    const lines = await shownOf((query) => unit.tx.query(query), sight, kept)
    if (lines.length === 0) return null
    const ctx = openCtx(unit)
    const { email } = await ctx.find(User, wish.person)
    await queueMail(ctx, {
      to: email,
      ...noticeLetter(sight, lines, { company, address: wish.address }),
    })
    return null
  })
}

async function sightOfPerson(unit: Unit, id: string): Promise<Sight | null> {
  const { reader } = unit.sight
  const ask = <R>(query: Parameters<typeof unit.tx.query>[0]) => unit.tx.query<R>(query)
  const person = await personBy(ask, reader.tenant, id, reader.today)
  return person && { ...unit.sight, reader: { ...reader, person, me: id } }
}

function claimLines(unit: Unit, { person, only }: MailWish): Promise<KeptLine[]> {
  const { tenant, now } = unit.sight.reader
  return unit.tx.query<KeptLine>(
    sql`with mailed as (
        update notification set mailed_at = ${now}
        where tenant = ${tenant} and person = ${person}::uuid and read_at is null
          and mailed_at is null and (${only}::uuid is null or id = ${only}::uuid)
        returning id, cause, rule, entity, record, facts, times, at, by_user)
      select m.id, m.cause, m.rule, m.entity, m.record, m.facts, m.times, m.at,
        null as "readAt", u.name as by
      from mailed m left join "user" u on u.tenant = ${tenant} and u.id = m.by_user
      order by m.at desc, m.id desc limit ${mostInMail}`,
  )
}
