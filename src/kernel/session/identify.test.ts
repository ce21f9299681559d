/** Who asks: sessions, API keys, forged writes, and how soon a change of rights is felt. */
import { expect, test } from 'vitest'
import { Department, Role, Share, User } from '../access/user.entity.ts'
import { program } from '../access/person.ts'
import { actorOf } from '../testing/world.ts'
import type { Account } from './door.ts'
import { givePassword } from './credential.ts'
import { password, useDoor, type Browser } from './testing/use-door.ts'

const open = useDoor()

const programOf = ({ tenant }: Account) =>
  actorOf(open().house, { tenant, person: program, via: 'job' })

const who = async (browser: Browser) => (await browser.send('GET', '/who')).body

test('the caller has roles, reporting line, department, language and shares', async () => {
  const door = open()
  const account = await door.company('Harbor Books', 'mei@harbor.example')
  const { tenant } = account
  const office = programOf(account)
  const sales = await office.create(Department, { name: 'Sales' })
  const lead = { name: 'Lin', email: 'lin@harbor.example', roles: ['sales-lead', 'sales'] }
  const lin = await office.create(User, { ...lead, department: sales.id, locale: 'zh-Hans' })
  const below = (name: string, reportsTo: typeof lin.id) =>
    office.create(User, { name, email: `${name}@harbor.example`, reportsTo })
  const tom = await below('tom', lin.id)
  const ann = await below('ann', tom.id)
  await below('eve', (await below('max', account.user)).id)
  // A circle in the reporting line must not turn for ever.
  await office.update(User, lin.id, { reportsTo: ann.id })
  const [role, user, group] = [
    { entity: 'role', record: (await office.create(Role, { key: 'sales', name: 'Sales' })).id },
    { entity: 'user', record: tom.id },
    { entity: 'department', record: sales.id },
  ]
  await office.create(Share, { ...role, person: lin.id })
  await office.create(Share, { ...group, department: sales.id, untilOn: '2026-11-23' })
  await office.create(Share, { ...user, person: tom.id })
  await office.create(Share, { ...user, person: lin.id, untilOn: '2026-11-22' })
  await givePassword(door.house, { tenant, user: lin.id }, password)

  const browser = await door.signedIn('lin@harbor.example')
  const caller = await who(browser)
  expect(caller).toMatchObject({ tenant, via: 'web' })
  expect(caller.requestId).toMatch(/^req-/)
  const { team, shared, ...person } = caller.person as Record<string, unknown>
  expect(person).toEqual({
    id: lin.id,
    name: 'Lin',
    roles: ['sales-lead', 'sales'],
    department: sales.id,
    colleagues: [lin.id],
    fieldRights: {},
    isLeaving: false,
    locale: 'zh-Hans',
    scopes: null,
  })
  expect([...(team as string[])].toSorted()).toEqual([lin.id, tom.id, ann.id].toSorted())
  expect([...(shared as string[])].toSorted()).toEqual(['department', 'role'])
})

test('a change of a user, a role or a share is felt at once in this process', async () => {
  const door = open()
  const account = await door.company('Changing Books', 'change@harbor.example')
  const office = programOf(account)
  const browser = await door.signedIn('change@harbor.example')
  const person = async () => (await who(browser)).person as { roles: string[]; shared: string[] }
  expect((await person()).roles).toEqual(['administrator'])
  await office.update(User, account.user, { roles: ['finance'] })
  expect((await person()).roles).toEqual(['finance'])
  const share = { entity: 'user', record: account.user, person: account.user }
  const one = await office.create(Share, share)
  expect((await person()).shared).toEqual(['user'])
  await office.remove(Share, one.id)
  expect((await person()).shared).toEqual([])
})

test('what does not change is not asked of the database again', async () => {
  const door = open()
  await door.company('Calm Books', 'calm@harbor.example')
  const browser = await door.signedIn('calm@harbor.example')
  await who(browser)
  const sent: string[] = []
  door.house.database.onStatement = (text) => void sent.push(text)
  await who(browser)
  await who(browser)
  expect(sent).toEqual([])
  door.wait({ seconds: 1 })
  await who(browser)
  door.house.database.onStatement = null
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatch(/^select [^;]* from session where token_hash = \$1$/)
})

test('who may no longer sign in is out at once, with sessions, keys and invitations', async () => {
  const door = open()
  const account = await door.company('Leaving Books', 'boss@harbor.example')
  const office = programOf(account)
  const boss = await door.signedIn('boss@harbor.example')
  const leaver = await office.create(User, { name: 'Leo', email: 'leo@harbor.example' })
  await givePassword(door.house, { tenant: account.tenant, user: leaver.id }, password)
  const browser = await door.signedIn('leo@harbor.example')
  const made = await browser.send('POST', '/api/api-key', { name: 'till', scopes: ['*'] })
  const program = door.browser({ authorization: `Bearer ${String(made.body.key)}` })
  const invited = await boss.send('POST', '/api/invitation', { user: leaver.id })
  const link = new URL(String(invited.body.url)).pathname
  expect([await who(browser), await who(program)]).toMatchObject([{ via: 'web' }, { via: 'api' }])
  await office.update(User, leaver.id, { active: false })
  expect([await who(browser), await who(program)]).toEqual([{}, {}])
  const knock = { email: 'leo@harbor.example', password }
  expect((await door.browser().send('POST', '/api/session', knock)).status).toBe(401)
  await office.update(User, leaver.id, { active: true })
  expect([await who(browser), await who(program)]).toEqual([{}, {}])
  expect((await browser.send('GET', `/api${link}`)).status).toBe(404)
  expect((await door.browser().send('POST', '/api/session', knock)).status).toBe(200)
})

test('the directory follows the e-mail and the recycle bin', async () => {
  const door = open()
  const account = await door.company('Moving Books', 'before@harbor.example')
  const office = programOf(account)
  await office.update(User, account.user, { email: 'After@harbor.example' })
  const knock = async (email: string) =>
    (await door.browser().send('POST', '/api/session', { email, password })).status
  expect(await knock('before@harbor.example')).toBe(401)
  expect(await knock('after@harbor.example')).toBe(200)
  await office.remove(User, account.user)
  expect(await knock('after@harbor.example')).toBe(401)
})

test('a session lasts two weeks from its last use, three months at most', async () => {
  const door = open()
  await door.company('Lasting Books', 'last@harbor.example')
  const idle = await door.signedIn('last@harbor.example')
  const used = await door.signedIn('last@harbor.example')
  door.wait({ days: 13 })
  expect(await who(used)).toMatchObject({ via: 'web' })
  door.wait({ days: 2 })
  expect(await who(used)).toMatchObject({ via: 'web' })
  expect(await who(idle)).toEqual({})
  for (let day = 27; day <= 87; day += 12) {
    door.wait({ days: 12 })
    expect(await who(used)).toMatchObject({ via: 'web' })
  }
  door.wait({ days: 3 })
  expect(await who(used)).toEqual({})
})

test('a use is noted at most once a minute', async () => {
  const door = open()
  await door.company('Noting Books', 'note@harbor.example')
  const browser = await door.signedIn('note@harbor.example')
  const lastSeen = async () => {
    const { body } = await browser.send('GET', '/api/session/all')
    return (body.sessions as { lastSeenAt: string }[])[0]?.lastSeenAt
  }
  const first = await lastSeen()
  door.wait({ seconds: 59 })
  expect(await lastSeen()).toBe(first)
  door.wait({ seconds: 1 })
  expect(await lastSeen()).toBe(door.house.now().toISOString())
})

test('signing in again ends the browser’s session; signing out ends it at the server', async () => {
  const door = open()
  const account = await door.company('Turning Books', 'turn@harbor.example')
  const browser = await door.signedIn('turn@harbor.example')
  const first = browser.cookie
  await browser.send('POST', '/api/session', { email: 'turn@harbor.example', password })
  expect(browser.cookie).not.toBe(first)
  const thief = door.browser()
  thief.cookie = first
  expect(await who(thief)).toEqual({})
  thief.cookie = browser.cookie
  expect(await who(thief)).toMatchObject({ via: 'web' })
  const answer = await browser.send('DELETE', '/api/session')
  expect(answer.headers['set-cookie']).toContain('Max-Age=0')
  expect(browser.cookie).toBe(null)
  expect(await who(thief)).toEqual({})
  expect((await browser.send('DELETE', '/api/session')).status).toBe(200)
  expect(await door.audit(account)).toEqual(['create', 'sign-in', 'sign-in', 'sign-out'])
})

test('sessions are listed and ended one by one, the own ones only', async () => {
  const door = open()
  await door.company('Listing Books', 'list@harbor.example')
  await door.company('Other Books', 'other@harbor.example')
  const here = await door.signedIn('list@harbor.example')
  const there = await door.signedIn('list@harbor.example')
  const stranger = await door.signedIn('other@harbor.example')
  const list = async (browser: Browser) =>
    (await browser.send('GET', '/api/session/all')).body.sessions as {
      id: string
      current: boolean
      address: string
    }[]
  const sessions = await list(here)
  expect(sessions.filter(({ current }) => current)).toHaveLength(1)
  expect(sessions).toHaveLength(2)
  expect(new Set(sessions.map(({ address }) => address)).size).toBe(2)
  const other = sessions.find(({ current }) => !current)?.id ?? ''
  expect((await stranger.send('DELETE', `/api/session/${other}`)).status).toBe(404)
  expect((await here.send('DELETE', '/api/session/no-id')).status).toBe(404)
  expect(await who(there)).toMatchObject({ via: 'web' })
  expect((await here.send('DELETE', `/api/session/${other}`)).status).toBe(200)
  expect(await who(there)).toEqual({})
  expect(await list(here)).toHaveLength(1)
})

test('what waited in the browser is taken only as from whom it is', async () => {
  const door = open()
  const { user, tenant } = await door.company('Outbox Books', 'outbox@harbor.example')
  const own = await door.signedIn('outbox@harbor.example')
  const sentAs = async (person: string) => {
    const browser = door.browser({ 'x-shangmai-person': person })
    browser.cookie = own.cookie
    return browser.send('POST', '/write', {})
  }
  expect((await sentAs(user)).body).toMatchObject({ tenant, via: 'web' })
  const refused = { status: 409, body: { rule: 'session.other-person' } }
  expect(await sentAs(tenant)).toMatchObject(refused)
})

test('a write by cookie needs the program’s header, and comes from no other site', async () => {
  const door = open()
  await door.company('Forged Books', 'forge@harbor.example')
  const own = await door.signedIn('forge@harbor.example')
  const forged = [{ 'x-shangmai': '' }, { 'x-shangmai': '2' }, { 'sec-fetch-site': 'cross-site' }]
  for (const headers of forged) {
    const browser = door.browser(headers)
    browser.cookie = own.cookie
    for (const url of ['/write', '/api/session', '/api/session/password', '/api/invitation']) {
      const answer = await browser.send('POST', url, {})
      expect(answer).toMatchObject({ status: 403, body: { rule: 'session.csrf' } })
    }
    expect((await browser.send('DELETE', '/api/session')).status).toBe(403)
    expect(await who(browser)).toMatchObject({ via: 'web' })
    browser.cookie = null
    const knock = { email: 'forge@harbor.example', password }
    expect((await browser.send('POST', '/api/session', knock)).status).toBe(403)
  }
  expect((await own.send('POST', '/write', {})).body).toMatchObject({ via: 'web' })
})
