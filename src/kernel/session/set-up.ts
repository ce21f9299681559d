/** The first start: a company, its first administrator, and all it needs, or nothing at all. */
import { administrator, program } from '../access/person.ts'
import type { Caller } from '../action/caller.ts'
import { create } from '../action/crud.ts'
import { fail } from '../base/fail.ts'
import { openRemembrance } from '../remembrance.ts'
import type { Database } from '../db/database.ts'
import { newId } from '../db/new-id.ts'
import { sql } from '../db/sql.ts'
import type { Transaction } from '../db/transaction.ts'
import type { House } from '../house.ts'
import type { Locale } from '../http/wire.ts'
import { entityOf } from '../registry.ts'
import { setPassword } from './credential.ts'
import type { Account, AfterSetup } from './door.ts'
import { syncLogin } from './login.ts'
import { hashPassword } from './password.ts'
import { setUpSteps, type SetUpStep } from './set-up-steps.ts'

export interface CompanyInput {
  company: string
  country: string
  currency: string
  timeZone: string
  locale: Locale
  /** The first administrator. */
  name: string
  email: string
  password: string
  /** Where somebody is to be led on from; else the company is ready. */
  setUp?: SetUpStep
}

export async function isSetUp(house: House): Promise<boolean> {
  return (await house.database.control(sql`select 1 from company limit 1`)).length > 0
}

/**
 * Makes a company with its first administrator; of the password no rule is asked here.
 * @param afterSetup fills the new company; what it writes is kept with the company or not at all
 * @throws {Refusal} `input.invalid` for a name or e-mail that cannot be stored
 */
export async function createCompany(
  house: House,
  input: CompanyInput,
  afterSetup?: AfterSetup,
): Promise<Account> {
  return open(house, input, afterSetup ?? null, async () => {})
}

/**
 * As createCompany, for the first one only; of two who try at once one succeeds.
 * @throws {Refusal} `session.already-set-up` (409)
 */
export async function setUp(
  house: House,
  input: CompanyInput,
  afterSetup: AfterSetup | null,
): Promise<Account> {
  return open(house, { ...input, setUp: setUpSteps[0] }, afterSetup, async (tx) => {
    await tx.query(sql`select pg_advisory_xact_lock(hashtext('shangmai.setup'))`)
    const [company] = await tx.query(sql`select 1 from company limit 1`)
    if (company) fail('session.already-set-up', {}, { status: 409 })
  })
}

/** A practice company: its administrator has no password, since nobody signs in there. */
export async function foundPractice(
  house: House,
  input: Omit<CompanyInput, 'password'> & { practiceOf: string },
  afterSetup: AfterSetup,
  before: (tx: Transaction) => Promise<void>,
): Promise<Account> {
  return open(house, { ...input, password: null }, afterSetup, before)
}

interface Founding extends Omit<CompanyInput, 'password'> {
  password: string | null
  practiceOf?: string
}

async function open(
  house: House,
  input: Founding,
  afterSetup: AfterSetup | null,
  before: (tx: Transaction) => Promise<void>,
): Promise<Account> {
  const { password } = input
  const passwordHash = password === null ? null : await hashPassword(password)
  const tenant = newId(house.now().getTime())
  return house.database.transaction(tenant, async (tx) => {
    await before(tx)
    await insertCompany(tx, tenant, input, house.now())
    const inside = houseWithin(house, tenant, tx)
    const caller: Caller = { tenant, person: program, via: 'setup' }
    const user = await createAdministrator(inside, caller, input)
    if (passwordHash !== null) {
      await setPassword(tx, { tenant, user }, passwordHash, house.now(), null)
      await syncLogin(tx, tenant, user, input.email, true)
    }
    await afterSetup?.(inside, caller)
    return { tenant, user }
  })
}

async function insertCompany(tx: Transaction, tenant: string, input: Founding, now: Date) {
  const { company, country, currency, timeZone, locale, setUp: step } = input
  const settings = JSON.stringify({ country, currency, timeZone, locale, setUp: step })
  await tx.query(
    sql`insert into company (tenant, name, settings, created_at, practice_of)
      values (${tenant}, ${company}, ${settings}, ${now}, ${input.practiceOf ?? null})`,
  )
}

async function createAdministrator(house: House, caller: Caller, input: Founding) {
  const { name, email, locale } = input
  const draft = { name, email, locale, roles: [administrator], active: true }
  return (await create(house, caller, entityOf(house.registry, 'user'), draft)).id
}

/** A house whose every read and write happens in one open transaction. */
function houseWithin(house: House, tenant: string, tx: Transaction): House {
  const checked = (asked: string) => {
    if (asked !== tenant) throw new Error('Setting up reaches into another company')
    return tx
  }
  const database: Database = {
    ...house.database,
    read: async (asked, query) => checked(asked).query(query),
    control: (query) => tx.query(query),
    transaction: async (asked, work) => work(checked(asked)),
  }
  return { ...house, database, ...openRemembrance(database, house.registry) }
}
