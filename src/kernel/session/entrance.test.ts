/** The first start, and people who are invited. */
import { expect, test } from 'vitest'
import { Role, User } from '../access/user.entity.ts'
import { program } from '../access/person.ts'
import { create } from '../action/crud.ts'
import { sql } from '../db/sql.ts'
import { eventually } from '../testing/use-house.ts'
import { actorOf, refuses } from '../testing/world.ts'
import { setUp } from './set-up.ts'
import { password, useDoor } from './testing/use-door.ts'

const setUpGiven = {
  company: '港灣書店',
  country: 'TW',
  currency: 'TWD',
  timeZone: 'Asia/Taipei',
  locale: 'zh-Hant',
  name: '陳美玲',
  email: 'Mei@harbor.example',
  password,
}

let furnishing: 'well' | 'badly' = 'well'
const open = useDoor({
  publicUrl: 'https://crm.harbor.example',
  async afterSetup(house, caller) {
    await create(house, caller, Role, { key: 'sales', name: 'Sales' })
    if (furnishing === 'badly') throw new Error('no roles today')
  },
})

/** Rows of the company's tables, whoever they belong to. */
async function counts() {
  const { house } = open()
  const [row] = await house.database.control(
    sql`select (select count(*)::int from company) as company, (select count(*)::int from login)
      as login, (select count(*)::int from session) as session`,
  )
  return row
}

test('the first start makes company, administrator and roles, and signs in', async () => {
  const door = open()
  await door.house.database.control(sql`delete from company`)
  const browser = door.browser()
  expect((await browser.send('GET', '/api/setup')).body).toEqual({ needed: true })

  furnishing = 'badly'
  expect((await browser.send('POST', '/api/setup', setUpGiven)).status).toBe(500)
  expect(await counts()).toEqual({ company: 0, login: 0, session: 0 })

  furnishing = 'well'
  const wrong: [object, string][] = [
    [{ password: 'short' }, 'password'],
    [{ password: 'mei@harbor.example' }, 'password'],
    [{ country: 'Taiwan' }, 'country'],
    [{ country: 'tw' }, 'country'],
    [{ country: 'ZZ' }, 'country'],
    [{ currency: 'XYZ' }, 'currency'],
    [{ timeZone: 'Asia/Taipeh' }, 'timeZone'],
    [{ locale: 'fr' }, 'locale'],
    [{ email: 'no e-mail' }, 'email'],
    [{ name: ' ' }, 'name'],
    [{ company: null }, 'company'],
  ]
  for (const [change, field] of wrong) {
    const answer = await browser.send('POST', '/api/setup', { ...setUpGiven, ...change })
    expect({ change, ...answer }).toMatchObject({ change, status: 422, body: { field } })
  }
  const blank = await browser.send('POST', '/api/setup', { ...setUpGiven, name: '', password: '' })
  const missing = (blank.body as { problems: { field: string }[] }).problems
  expect(missing.map(({ field }) => field)).toEqual(['name', 'password'])
  expect(await counts()).toEqual({ company: 0, login: 0, session: 0 })

  expect((await browser.send('POST', '/api/setup', setUpGiven)).body).toEqual({ ok: true })
  expect(await counts()).toEqual({ company: 1, login: 1, session: 1 })
  expect((await browser.send('GET', '/api/setup')).body).toEqual({ needed: false })
  const again = await browser.send('POST', '/api/setup', setUpGiven)
  expect(again).toMatchObject({ status: 409, body: { rule: 'session.already-set-up' } })

  const first = await door.signedIn('mei@harbor.example')
  const caller = (await first.send('GET', '/who')).body
  const person = { name: '陳美玲', roles: ['administrator'], locale: 'zh-Hant' }
  expect(caller).toMatchObject({ via: 'web', person })
  const tenant = String(caller.tenant)
  expect(await door.house.companies.of(tenant)).toMatchObject({
    name: '港灣書店',
    currency: 'TWD',
    timeZone: 'Asia/Taipei',
    country: 'TW',
    locale: 'zh-Hant',
  })
  const roles = await door.house.database.read(
    tenant,
    sql`select key from role where tenant = ${tenant}`,
  )
  expect(roles).toEqual([{ key: 'sales' }])
})

test('of two who set up at the same time the second waits, and is refused', async () => {
  const { house } = open()
  await house.database.control(sql`delete from company`)
  const input = { ...setUpGiven, locale: 'en' as const }
  const [begun, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const first = setUp(house, input, () => {
    begun.resolve()
    return end.promise
  })
  await begun.promise
  const second = setUp(house, { ...input, email: 'tom@harbor.example' }, null)
  const refused = refuses(second, 'session.already-set-up')
  await eventually(async () => {
    const waiting = await house.database.control(
      sql`select 1 from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`,
    )
    expect(waiting).toHaveLength(1)
  })
  end.resolve()
  await first
  await refused
  expect(await counts()).toMatchObject({ company: 1 })
})

async function invited(company: string, name: string) {
  const door = open()
  const account = await door.company(`${company} Books`, `boss@${company}.example`)
  const boss = await door.signedIn(`boss@${company}.example`)
  const caller = { tenant: account.tenant, person: program, via: 'job' as const }
  const email = `${name}@${company}.example`
  const user = await actorOf(door.house, caller).create(User, { name, email })
  const invite = async () => {
    const answer = await boss.send('POST', '/api/invitation', { user: user.id })
    expect(answer.status).toBe(201)
    return String(answer.body.url)
  }
  const office = actorOf(door.house, caller)
  return { door, account, boss, office, user, email, invite }
}

const addressOf = (url: string) => `/api${new URL(url).pathname}`

test('an invitation leads to a password once, and in', async () => {
  const { door, account, user, email, invite } = await invited('harbor', 'tom')
  const url = await invite()
  expect(url).toMatch(/^https:\/\/crm\.harbor\.example\/invitation\/[\w-]{43}$/)
  const payload = { user: user.id, url, locale: null, by: 'Mei Chen' }
  expect(door.world.jobs.at(-1)).toEqual({ name: 'kernel.invitation-mail', payload })
  const guest = door.browser()
  expect((await guest.send('GET', addressOf(url))).body).toEqual({ name: 'tom', email })
  const accept = (word: string) => guest.send('POST', addressOf(url), { password: word })
  expect(await accept(email)).toMatchObject({ status: 422, body: { field: 'password' } })
  expect((await accept(password)).body).toEqual({ ok: true })
  expect((await guest.send('GET', '/api/session')).body.user).toMatchObject({ id: user.id })
  expect(await accept('other words for the door')).toMatchObject({
    status: 404,
    body: { rule: 'session.invitation-over' },
  })
  expect((await guest.send('GET', addressOf(url))).status).toBe(404)
  await door.signedIn(email)
  const audit = await door.audit({ tenant: account.tenant, user: user.id })
  expect(audit).toEqual(['create', 'invited', 'invitation-accepted', 'sign-in', 'sign-in'])
  const [row] = await door.house.database.control<{ kept: string }>(
    sql`select row_to_json(invitation)::text as kept from invitation where user_id = ${user.id}`,
  )
  expect(row?.kept).not.toContain(url.slice(-43))
})

test('two who use the same link at once: one of them gets in', async () => {
  const { door, invite } = await invited('race', 'tom')
  const address = addressOf(await invite())
  const tries = [1, 2, 3].map(() => door.browser().send('POST', address, { password }))
  const statuses = (await Promise.all(tries)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 404)).toHaveLength(2)
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
})

test('it is good for seven days, until the next one, and for people who may sign in', async () => {
  const { door, boss, office, user, invite } = await invited('late', 'tom')
  const guest = door.browser()
  const isGood = async (url: string) => (await guest.send('GET', addressOf(url))).status === 200
  const first = await invite()
  const second = await invite()
  expect([await isGood(first), await isGood(second)]).toEqual([false, true])
  door.wait({ days: 6.9 })
  expect(await isGood(second)).toBe(true)
  door.wait({ days: 0.2 })
  expect(await isGood(second)).toBe(false)
  expect((await guest.send('POST', addressOf(second), { password })).status).toBe(404)
  await office.update(User, user.id, { active: false })
  const refused = await boss.send('POST', '/api/invitation', { user: user.id })
  expect(refused).toMatchObject({ status: 409, body: { rule: 'session.not-active' } })
})

test('a new invitation is the way back for who lost password and authenticator', async () => {
  const { door, account, user, email, invite } = await invited('back', 'tom')
  const guest = door.browser()
  await guest.send('POST', addressOf(await invite()), { password })
  const { tenant } = account
  await door.house.database.transaction(tenant, (tx) =>
    tx.query(
      sql`update credential
        set totp_secret = 'lost', totp_confirmed_at = '2026-01-01', failures = 9,
          locked_until = '2030-01-01'
        where tenant = ${tenant} and id = ${user.id}`,
    ),
  )
  const next = 'other words for the door'
  const answer = await door.browser().send('POST', addressOf(await invite()), { password: next })
  expect(answer.status).toBe(200)
  expect((await guest.send('GET', '/who')).body).toEqual({})
  const knock = { email, password: next }
  expect((await door.browser().send('POST', '/api/session', knock)).body).toEqual({ ok: true })
})

test('only an administrator invites, and only people of the own company', async () => {
  const { door, account, boss, office } = await invited('own', 'tom')
  const other = await door.company('Foreign Books', 'boss@foreign.example')
  const invite = (user: unknown) => boss.send('POST', '/api/invitation', { user })
  expect(await invite(other.user)).toMatchObject({
    status: 404,
    body: { rule: 'record.not-found' },
  })
  expect(await invite('tom')).toMatchObject({ status: 422, body: { field: 'user' } })
  expect((await door.browser().send('POST', '/api/invitation', {})).status).toBe(401)
  await office.update(User, account.user, { roles: ['sales'] })
  expect(await invite(account.user)).toMatchObject({
    status: 403,
    body: { rule: 'session.not-administrator' },
  })
  for (const token of ['x', 'A'.repeat(43), '%00']) {
    expect((await door.browser().send('GET', `/api/invitation/${token}`)).status).toBe(404)
  }
})
