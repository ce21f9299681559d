/** Makes the practice company beside a real one, and has it filled in the background. */
import { fail } from '../base/fail.ts'
import { sql } from '../db/sql.ts'
import type { House } from '../house.ts'
import { isLocale } from '../i18n/languages.ts'
import type { Account, AfterSetup, Visit } from '../session/door.ts'
import { note } from '../session/note.ts'
import { readProfile } from '../session/preferences.ts'
import { foundPractice } from '../session/set-up.ts'
import { fillPracticeJob } from './practice.ts'

/**
 * @param furnish what every company starts with
 * @throws {Refusal} `practice.exists` (409)
 */
export async function makePractice(
  house: House,
  home: Account,
  visit: Visit,
  furnish: AfterSetup | undefined,
): Promise<void> {
  const { name: company, locale: kept, timeZone } = await house.companies.of(home.tenant)
  const { name, email, preferences } = await readProfile(house, home)
  const locale = preferences.locale ?? (isLocale(kept) ? kept : 'zh-Hant')
  const input = { company, timeZone, locale, name, email, country: 'TW', currency: 'TWD' }
  await foundPractice(
    house,
    { ...input, practiceOf: home.tenant },
    async (inside, caller) => {
      await furnish?.(inside, caller)
      await inside.database.transaction(caller.tenant, async (tx) => {
        const job = { name: fillPracticeJob, payload: {} }
        await house.jobs.enqueue(tx, caller.tenant, [job])
      })
    },
    async (tx) => {
      await tx.query(sql`select pg_advisory_xact_lock(hashtext('shangmai.practice'))`)
      const there = await tx.query(sql`select 1 from company where practice_of = ${home.tenant}`)
      if (there.length > 0) fail('practice.exists', {}, { status: 409 })
    },
  )
  await house.database.transaction(home.tenant, async (tx) => {
    note(tx, home, home.user, 'practice-made', visit)
  })
}
