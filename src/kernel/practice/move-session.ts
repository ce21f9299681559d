/** One sign-in, two companies: the session moves into the practice company and back. */
import { User } from '../access/user.entity.ts'
import { administrator, program } from '../access/person.ts'
import type { Caller } from '../action/caller.ts'
import { create, update } from '../action/crud.ts'
import { fail } from '../base/fail.ts'
import { sql } from '../db/sql.ts'
import type { House } from '../house.ts'
import { keepChoices } from '../session/choices.ts'
import type { Account } from '../session/door.ts'
import { forgetPeople } from '../session/people.ts'
import { readProfile } from '../session/preferences.ts'
import type { Session } from '../session/sessions.ts'
import { hashOf, newToken } from '../session/token.ts'

/** @returns the new token of the session; @throws {Refusal} `session.needed` (401) */
export async function enterPractice(
  house: House,
  session: Session,
  token: string,
  practice: string,
): Promise<string> {
  const seat = await seatIn(house, practice, session)
  return move(house, session, token, seat, session.user)
}

/** @throws {Refusal} `practice.not-inside` (409), `session.needed` (401) */
export async function leavePractice(
  house: House,
  session: Session,
  token: string,
): Promise<string> {
  if (!session.home) fail('practice.not-inside', {}, { status: 409 })
  return move(house, session, token, session.home, null)
}

/** The token is another one: what was remembered of the old one does not hold for the new place. */
async function move(
  house: House,
  from: Session,
  token: string,
  to: Account,
  homeUser: string | null,
): Promise<string> {
  const next = newToken()
  const moved = await house.database.control(
    sql`update session set token_hash = ${hashOf(next)}, tenant = ${to.tenant},
        user_id = ${to.user}, home_user = ${homeUser}
      where token_hash = ${hashOf(token)} and tenant = ${from.tenant} and user_id = ${from.user}
      returning id`,
  )
  if (moved.length === 0) fail('session.needed', {}, { status: 401 })
  forgetPeople(from.tenant)
  return next
}

/** Who the administrator is over there: the same name and address, without a password. */
async function seatIn(house: House, tenant: string, home: Account): Promise<Account> {
  const { name, email, preferences } = await readProfile(house, home)
  const caller: Caller = { tenant, person: program, via: 'setup' }
  const known = await seated(house, tenant, email)
  const { locale, theme, density } = preferences
  const right = { roles: [administrator], active: true }
  if (known && !known.entitled) await update(house, caller, User, known.id, right)
  const { id: user } =
    known ?? (await create(house, caller, User, { name, email, locale, ...right }))
  // It looks as at home, and she was shown around there.
  await keepChoices(house, { tenant, user }, { theme, density, tour: 'seen' })
  return { tenant, user }
}

async function seated(house: House, tenant: string, email: string) {
  const [row] = await house.database.read<{ id: string; entitled: boolean }>(
    tenant,
    sql`select id, active and ${administrator} = any(roles) as entitled from "user"
      where tenant = ${tenant} and email = ${email} and deleted_at is null`,
  )
  return row ?? null
}
