/** Signing in over HTTP: who gets in, who does not, and what is given away. */
import { argon2Sync, createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { User } from '../access/user.entity.ts'
import { actorOf, refuses } from '../testing/world.ts'
import { openAddressLimit, openStrangers } from './attempts.ts'
import { prove, readCredential, type Attempt } from './credential.ts'
import { signIn } from './sign-in.ts'
import { program } from '../access/person.ts'
import { sql } from '../db/sql.ts'
import { password, useDoor, type Browser } from './testing/use-door.ts'

const open = useDoor()

const knock = (browser: Browser, email: string, word = password, more = {}) =>
  browser.send('POST', '/api/session', { email, password: word, ...more })

test('the right password lets in; the cookie is for the browser alone', async () => {
  const door = open()
  const account = await door.company('Harbor Books', 'mei@harbor.example')
  const browser = door.browser()
  const answer = await knock(browser, ' Mei@Harbor.example ')
  expect(answer).toMatchObject({ status: 200, body: { ok: true } })
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.headers['set-cookie']).toMatch(
    /^shangmai_session=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/,
  )
  const own = await browser.send('GET', '/api/session')
  expect(own.body.user).toEqual({ id: account.user, name: 'Mei Chen', email: 'mei@harbor.example' })
  const kept = await door.house.database.control<object>(
    sql`select token_hash from session where tenant = ${account.tenant}`,
  )
  const hash = createHash('sha256')
    .update(browser.cookie ?? '')
    .digest()
  expect(kept).toEqual([{ token_hash: hash }])
})

test('over https the cookie is Secure', async () => {
  const door = open()
  await door.company('Secure Books', 'secure@harbor.example')
  const browser = door.browser({ 'x-forwarded-proto': 'https' })
  const { headers } = await knock(browser, 'secure@harbor.example')
  expect(headers['set-cookie']).toContain('; Secure')
})

test('without a sign-in nobody is known', async () => {
  const browser = open().browser()
  expect(await browser.send('GET', '/api/session')).toMatchObject({
    status: 401,
    body: { rule: 'session.needed' },
  })
  for (const cookie of ['A'.repeat(43), 'x', `${'A'.repeat(42)}%`]) {
    browser.cookie = cookie
    expect((await browser.send('GET', '/who')).body).toEqual({})
  }
})

test('wrong password, unknown e-mail, no password yet: one answer, the same waiting', async () => {
  const door = open()
  const account = await door.company('Quiet Books', 'quiet@harbor.example')
  const caller = { tenant: account.tenant, person: program, via: 'job' as const }
  const invited = 'invited@harbor.example'
  await actorOf(door.house, caller).create(User, { name: 'Tom', email: invited })
  for (const email of ['quiet@harbor.example', 'nobody@harbor.example', invited, 'no e-mail']) {
    const browser = door.browser()
    for (let turn = 1; turn <= 5; turn += 1) {
      const { status, body } = await knock(browser, email, 'wrong password')
      expect({ email, status, body }).toEqual({
        email,
        status: 401,
        body: { rule: 'session.wrong-password', facts: {}, problems: [] },
      })
    }
    const { status, body } = await knock(browser, email, 'wrong password')
    expect({ email, status, ...body }).toMatchObject({ email, status: 429, facts: { seconds: 60 } })
  }
})

test('who may not sign in stays out, even where the directory still names the e-mail', async () => {
  const door = open()
  const { tenant } = await door.company('Stale Books', 'stale@harbor.example')
  for (const change of [sql`active = false`, sql`active = true, deleted_at = '2026-01-01'`]) {
    await door.house.database.transaction(tenant, (tx) =>
      tx.query(sql`update "user" set ${change} where tenant = ${tenant}`),
    )
    expect((await knock(door.browser(), 'stale@harbor.example')).status).toBe(401)
  }
})

test('five failures close the account for a minute, then longer; success opens it', async () => {
  const door = open()
  const account = await door.company('Slow Books', 'slow@harbor.example')
  const tryWith = async (word: string) =>
    (await knock(door.browser(), 'slow@harbor.example', word)).status
  for (let turn = 1; turn <= 5; turn += 1) expect(await tryWith('wrong password')).toBe(401)
  expect(await tryWith(password)).toBe(429)
  door.wait({ seconds: 61 })
  expect(await tryWith('wrong password')).toBe(401)
  door.wait({ seconds: 61 })
  expect(await tryWith(password)).toBe(429)
  door.wait({ seconds: 60 })
  expect(await tryWith(password)).toBe(200)
  expect(await tryWith('wrong password')).toBe(401)
  expect(await tryWith(password)).toBe(200)
  const failed = Array<string>(6).fill('sign-in-failed')
  expect(await door.audit(account)).toEqual([
    'create',
    ...failed,
    'sign-in',
    'sign-in-failed',
    'sign-in',
  ])
})

test('guesses sent side by side get no more tries than one by one', async () => {
  const door = open()
  const account = await door.company('Parallel Books', 'parallel@harbor.example')
  const guesses = Array.from({ length: 12 }, () =>
    knock(door.browser(), 'parallel@harbor.example', 'wrong password'),
  )
  const statuses = (await Promise.all(guesses)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 401)).toHaveLength(5)
  expect(statuses.filter((status) => status === 429)).toHaveLength(7)
  const fits = (await readCredential(door.house, account))?.password_hash ?? ''
  const proof = { fits, renewed: null, asksCode: true, code: null }
  const visit = { address: '', agent: '', requestId: '', at: door.house.now() }
  const attempt = { account, proof, visit, secretKey: Buffer.alloc(32), failure: 'sign-in-failed' }
  const late = await prove(door.house, attempt as Attempt, () =>
    Promise.reject(new Error('let in')),
  )
  expect(late).toEqual({ is: 'locked', seconds: 60 })
})

test('of one address so many may fail in a minute', async () => {
  const limited = openAddressLimit(2)
  const door = open()
  const visit = { address: '192.0.2.7', agent: '', requestId: '', at: door.house.now() }
  const one = {
    house: door.house,
    options: door.options,
    limit: limited,
    strangers: openStrangers(),
  }
  await door.company('Crowded Books', 'crowded@harbor.example')
  const tryWith = (word: string) =>
    signIn(
      one,
      { email: 'crowded@harbor.example', password: word, code: null, company: null },
      visit,
      null,
    )
  for (let turn = 1; turn <= 3; turn += 1)
    expect(await tryWith(password)).toMatchObject({ is: 'in' })
  for (let turn = 1; turn <= 2; turn += 1) await refuses(tryWith('wrong'), 'session.wrong-password')
  await refuses(tryWith(password), 'session.locked')
})

test('many sign in at once with the right password', async () => {
  const door = open()
  await door.company('Busy Books', 'busy@harbor.example')
  const all = Array.from({ length: 8 }, () => knock(door.browser(), 'busy@harbor.example'))
  expect((await Promise.all(all)).map(({ status }) => status)).toEqual(Array(8).fill(200))
})

test('a hash made at another cost is made anew', async () => {
  const door = open()
  const { tenant, user } = await door.company('Old Books', 'old@harbor.example')
  const nonce = Buffer.from('a salt of 16 byt')
  const old = { message: password, nonce, parallelism: 1, tagLength: 32, memory: 8192, passes: 1 }
  const [salt, hash] = [nonce, argon2Sync('argon2id', old)].map((bytes) =>
    bytes.toString('base64').replaceAll('=', ''),
  )
  const outdated = `$argon2id$v=19$m=8192,t=1,p=1$${salt}$${hash}`
  await door.house.database.transaction(tenant, (tx) =>
    tx.query(sql`update credential set password_hash = ${outdated} where tenant = ${tenant}`),
  )
  expect((await knock(door.browser(), 'old@harbor.example')).status).toBe(200)
  const renewed = await readCredential(door.house, { tenant, user })
  expect(renewed?.password_hash).toContain('$m=19456,t=2,p=1$')
  expect((await knock(door.browser(), 'old@harbor.example')).status).toBe(200)
})

test('one e-mail at two companies: the password decides, and asks where it fits both', async () => {
  const door = open()
  const email = 'two@harbor.example'
  const [first, second] = [
    await door.company('A Books', email),
    await door.company('B Books', email),
  ]
  const both = await knock(door.browser(), email)
  expect(both.body).toEqual({
    needsCompany: [
      { tenant: first.tenant, name: 'A Books' },
      { tenant: second.tenant, name: 'B Books' },
    ],
  })
  expect(both.headers['set-cookie']).toBe(undefined)
  const browser = door.browser()
  expect((await knock(browser, email, password, { company: second.tenant })).body).toEqual({
    ok: true,
  })
  expect((await browser.send('GET', '/who')).body.tenant).toBe(second.tenant)
  await browser.send('POST', '/api/session/password', {
    current: password,
    next: 'other words here',
  })
  const alone = door.browser()
  expect((await knock(alone, email, 'other words here')).body).toEqual({ ok: true })
  expect((await alone.send('GET', '/who')).body.tenant).toBe(second.tenant)
  expect(await door.audit(first)).toEqual(['create'])
})

test('what is no e-mail, password, code or company is refused by field', async () => {
  const browser = open().browser()
  const bodies: [unknown, string][] = [
    [{ password }, 'email'],
    [{ email: 'a@b.example' }, 'password'],
    [{ email: 5, password }, 'email'],
    [{ email: 'a\u0000@b.example', password }, 'email'],
    [{ email: 'a@b.example', password: 1234567890 }, 'password'],
    [{ email: 'a@b.example', password: '' }, 'password'],
    [{ email: 'a@b.example', password: 'x'.repeat(1001) }, 'password'],
    [{ email: 'a@b.example', password: 'nul\u0000' }, 'password'],
    [{ email: 'a@b.example', password, code: 123456 }, 'code'],
    [{ email: 'a@b.example', password, company: 'A Books' }, 'company'],
    [{ email: 'a@b.example', password, remember: true }, 'remember'],
    [[], ''],
  ]
  for (const [body, field] of bodies) {
    const answer = await browser.send('POST', '/api/session', body)
    expect({ status: answer.status, field: answer.body.field ?? '' }).toEqual({
      status: 422,
      field,
    })
  }
})
