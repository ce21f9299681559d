/** What a signed-in person keeps in order alone: password, authenticator, preferences, API keys. */
import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { sql } from '../db/sql.ts'
import { password, useDoor, type Browser } from './testing/use-door.ts'

const open = useDoor()
const next = 'other words for the door'

const knock = (email: string, word: string, more = {}, browser = open().browser()) =>
  browser.send('POST', '/api/session', { email, password: word, ...more })

const who = async (browser: Browser) => (await browser.send('GET', '/who')).body

test('a new password ends the other sessions and open invitations, not this one', async () => {
  const door = open()
  const email = 'mei@harbor.example'
  const account = await door.company('Harbor Books', email)
  const here = await door.signedIn(email)
  const there = await door.signedIn(email)
  const invited = await here.send('POST', '/api/invitation', { user: account.user })
  const changed = await here.send('POST', '/api/session/password', { current: password, next })
  expect(changed).toMatchObject({ status: 200, body: { ok: true } })
  expect([await who(here), await who(there)]).toMatchObject([{ via: 'web' }, {}])
  expect(await who(there)).toEqual({})
  const link = new URL(String(invited.body.url)).pathname
  expect((await there.send('GET', `/api${link}`)).status).toBe(404)
  expect((await knock(email, password)).status).toBe(401)
  expect((await knock(email, next)).status).toBe(200)
  expect(await door.audit(account)).toContain('password-changed')
})

test('changing it needs the present one, tried no oftener than at the door', async () => {
  const door = open()
  const email = 'guess@harbor.example'
  const account = await door.company('Guessed Books', email)
  const browser = await door.signedIn(email)
  const change = (current: string, word = next) =>
    browser.send('POST', '/api/session/password', { current, next: word })
  expect(await change(password, 'password123')).toMatchObject({
    status: 422,
    body: { rule: 'session.weak-password', field: 'next', facts: { why: 'common' } },
  })
  expect((await change(password, 'Guess@harbor.example')).body.facts).toMatchObject({
    why: 'personal',
  })
  for (let turn = 1; turn <= 5; turn += 1) {
    const wrong = { rule: 'session.wrong-password', field: 'current' }
    expect(await change('wrong password')).toMatchObject({ status: 422, body: wrong })
  }
  expect((await change(password)).status).toBe(429)
  expect((await knock(email, password)).status).toBe(429)
  door.wait({ seconds: 60 })
  expect((await change(password)).status).toBe(200)
  expect((await door.audit(account)).filter((one) => one === 'password-check-failed')).toHaveLength(
    5,
  )
})

/** What the authenticator app shows now. */
function codeNow(secret: string): string {
  const timestamp = open().house.now().getTime()
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp })
}

async function withAuthenticator(email: string) {
  const door = open()
  const account = await door.company('Coded Books', email)
  const browser = await door.signedIn(email)
  const { body } = await browser.send('POST', '/api/session/totp')
  const secret = String(body.secret)
  const on = await browser.send('POST', '/api/session/totp/confirm', { code: codeNow(secret) })
  expect(on.status).toBe(200)
  return { door, account, browser, secret, offer: body }
}

test('with an authenticator on, the password alone opens nothing; a code opens once', async () => {
  const email = 'code@harbor.example'
  const { door, account, secret, browser, offer } = await withAuthenticator(email)
  expect(offer.uri).toContain(`secret=${secret}`)
  expect(offer.qrSvg).toMatch(/^<svg [^>]+>/)
  expect((await browser.send('GET', '/api/session')).body).toMatchObject({ authenticator: true })
  const used = codeNow(secret)
  expect(await knock(email, password)).toMatchObject({ status: 200, body: { needsCode: true } })
  for (const code of [used, '000000', 'not-asked', 'abc']) {
    const wrong = { status: 401, body: { rule: 'session.wrong-code', field: 'code' } }
    expect(await knock(email, password, { code })).toMatchObject(wrong)
  }
  door.wait({ seconds: 30 })
  expect((await knock(email, 'wrong password', { code: codeNow(secret) })).status).toBe(401)
  door.wait({ seconds: 60 })
  expect(await knock(email, password, { code: codeNow(secret) })).toMatchObject({
    status: 200,
    body: { ok: true },
  })
  expect((await knock(email, password, { code: codeNow(secret) })).status).toBe(401)
  const [row] = await door.house.database.read<{ kept: string }>(
    account.tenant,
    sql`select row_to_json(credential)::text as kept from credential
      where tenant = ${account.tenant}`,
  )
  expect(row?.kept).not.toContain(secret)
})

test('the right password does not give new tries for the code', async () => {
  const email = 'tries@harbor.example'
  const { secret, door } = await withAuthenticator(email)
  door.wait({ seconds: 30 })
  for (let turn = 1; turn <= 5; turn += 1) {
    expect((await knock(email, password)).body).toEqual({ needsCode: true })
    expect((await knock(email, password, { code: '000000' })).status).toBe(401)
  }
  expect((await knock(email, password, { code: codeNow(secret) })).status).toBe(429)
})

test('an authenticator counts once its first code came back; off with the password', async () => {
  const door = open()
  const email = 'offer@harbor.example'
  const account = await door.company('Offered Books', email)
  const browser = await door.signedIn(email)
  const confirm = (code: string) => browser.send('POST', '/api/session/totp/confirm', { code })
  expect(await confirm('123456')).toMatchObject({
    status: 409,
    body: { rule: 'session.no-code-asked' },
  })
  await browser.send('POST', '/api/session/totp')
  const secret = String((await browser.send('POST', '/api/session/totp')).body.secret)
  expect((await knock(email, password)).body).toEqual({ ok: true })
  expect(await confirm('000000')).toMatchObject({ status: 422, body: { field: 'code' } })
  expect((await confirm(codeNow(secret))).status).toBe(200)
  expect((await confirm(codeNow(secret))).body.rule).toBe('session.code-is-on')
  expect((await browser.send('POST', '/api/session/totp')).body.rule).toBe('session.code-is-on')
  expect((await knock(email, password)).body).toEqual({ needsCode: true })
  const off = (word: string) => browser.send('DELETE', '/api/session/totp', { password: word })
  expect((await off('wrong password')).status).toBe(422)
  expect((await knock(email, password)).body).toEqual({ needsCode: true })
  expect((await off(password)).status).toBe(200)
  expect((await knock(email, password)).body).toEqual({ ok: true })
  expect(await door.audit(account)).toEqual(
    expect.arrayContaining(['authenticator-on', 'authenticator-off']),
  )
})

test('preferences are kept with the person; the language is that of the user', async () => {
  const door = open()
  const email = 'taste@harbor.example'
  const account = await door.company('Tasteful Books', email)
  const browser = await door.signedIn(email)
  const choose = (wish: object) => browser.send('PATCH', '/api/session/preferences', wish)
  await choose({ theme: 'dark' })
  await choose({ density: 'compact', locale: 'zh-Hant' })
  await choose({ tour: 'seen' })
  const other = await door.signedIn(email)
  expect((await other.send('GET', '/api/session')).body.preferences).toEqual({
    theme: 'dark',
    density: 'compact',
    tour: 'seen',
    locale: 'zh-Hant',
  })
  expect((await who(browser)).person).toMatchObject({ locale: 'zh-Hant', roles: ['administrator'] })
  for (const wrong of [{ theme: 'pink' }, { locale: 'fr' }, { roles: ['administrator'] }]) {
    expect((await choose(wrong)).status).toBe(422)
  }
  expect(await door.audit(account)).toContain('update')
})

test('favourites are kept in their order with the person, and lead nowhere else', async () => {
  const door = open()
  const email = 'stars@harbor.example'
  await door.company('Starred Books', email)
  const browser = await door.signedIn(email)
  const keep = (favourites: unknown) =>
    browser.send('PATCH', '/api/session/favourites', { favourites })
  const page = (href: string) => ({ href, title: '訂單 ⭐', icon: 'list' })
  const pages = ['/record/order/1', '/list/order?tab=Mine'].map(page)
  expect((await keep(pages)).body).toEqual({ favourites: pages })
  await browser.send('PATCH', '/api/session/preferences', { theme: 'dark' })
  const other = await door.signedIn(email)
  const { body } = await other.send('GET', '/api/session')
  expect(body).toMatchObject({ favourites: pages, preferences: { theme: 'dark' } })
  for (const href of ['https://else.example', '//else.example', '/\\else.example', 'list']) {
    expect((await keep([page(href)])).body).toMatchObject({ rule: 'input.invalid' })
  }
  expect((await keep(Array.from({ length: 51 }, () => page('/')))).status).toBe(422)
  expect((await keep([])).body).toEqual({ favourites: [] })
})

test('somebody without any right chooses the own language', async () => {
  const door = open()
  const email = 'plain@harbor.example'
  const account = await door.company('Plain Books', email)
  const { tenant, user } = account
  await door.house.database.transaction(tenant, (tx) =>
    tx.query(sql`update "user" set roles = '{}' where tenant = ${tenant} and id = ${user}`),
  )
  const browser = await door.signedIn(email)
  const { status } = await browser.send('PATCH', '/api/session/preferences', { locale: 'zh-Hans' })
  expect(status).toBe(200)
  expect((await who(browser)).person).toMatchObject({ locale: 'zh-Hans', roles: [] })
})

test('an API key is shown once, works within scopes and days, and manages nothing', async () => {
  const door = open()
  const email = 'keys@harbor.example'
  const account = await door.company('Keyed Books', email)
  const browser = await door.signedIn(email)
  const wish = { name: 'Till', scopes: ['customer:read', '*:do:confirm'], expiresOn: '2026-11-24' }
  const made = await browser.send('POST', '/api/api-key', wish)
  const key = String(made.body.key)
  expect({ status: made.status, key }).toMatchObject({
    status: 201,
    key: expect.stringMatching(/^sk_[\w-]{43}$/),
  })
  const till = door.browser({ authorization: `Bearer ${key}`, 'x-shangmai': '' })
  const caller = await till.send('POST', '/write', {})
  expect(caller.body).toMatchObject({
    via: 'api',
    person: { id: account.user, scopes: wish.scopes },
  })
  const listed = await browser.send('GET', '/api/api-key')
  expect(listed.body.keys).toMatchObject([
    { ...wish, prefix: key.slice(0, 8), lastUsedAt: door.house.now().toISOString() },
  ])
  expect(JSON.stringify(listed.body)).not.toContain(key.slice(0, 12))
  const [kept] = await door.house.database.control<{ text: string }>(
    sql`select row_to_json(api_key)::text as text from api_key where tenant = ${account.tenant}`,
  )
  expect(kept?.text).not.toContain(key.slice(0, 12))
  for (const [method, url] of [
    ['GET', '/api/api-key'],
    ['POST', '/api/api-key'],
    ['DELETE', `/api/api-key/${account.user}`],
    ['GET', '/api/session/all'],
    ['DELETE', `/api/session/${account.user}`],
    ['POST', '/api/session/password'],
    ['POST', '/api/session/totp'],
    ['PATCH', '/api/session/preferences'],
    ['PATCH', '/api/session/favourites'],
    ['PATCH', '/api/session/reports'],
    ['PATCH', '/api/session/home'],
    ['POST', '/api/invitation'],
  ] as const) {
    const answer = await till.send(method, url, method === 'GET' ? undefined : {})
    expect({ url, ...answer }).toMatchObject({
      url,
      status: 403,
      body: { rule: 'session.not-by-key' },
    })
  }
  // The last day ends at midnight in Taipei.
  door.wait({ days: 1 })
  expect(await who(till)).toMatchObject({ via: 'api' })
  door.wait({ days: 1 })
  expect(await who(till)).toEqual({})
})

test('a key that is unknown or deleted opens nothing, whatever cookie comes along', async () => {
  const door = open()
  const email = 'lost@harbor.example'
  await door.company('Lost Books', email)
  const browser = await door.signedIn(email)
  const { body } = await browser.send('POST', '/api/api-key', { name: 'x', scopes: ['*'] })
  const till = door.browser({ authorization: `Bearer ${String(body.key)}` })
  till.cookie = browser.cookie
  expect(await who(till)).toMatchObject({ via: 'api' })
  const keys = (await browser.send('GET', '/api/api-key')).body.keys as { id: string }[]
  const address = `/api/api-key/${keys[0]?.id}`
  await door.company('Thief Books', 'thief@harbor.example')
  const thief = await door.signedIn('thief@harbor.example')
  expect((await thief.send('DELETE', address)).status).toBe(404)
  expect((await browser.send('DELETE', address)).status).toBe(200)
  expect(await who(till)).toEqual({})
  const odd = door.browser({ authorization: 'Bearer sk_short' })
  odd.cookie = browser.cookie
  expect(await who(odd)).toEqual({})
})

test('scopes and the last day of a key are checked', async () => {
  const door = open()
  await door.company('Scoped Books', 'scope@harbor.example')
  const browser = await door.signedIn('scope@harbor.example')
  const make = async (wish: object) => {
    const { status, body } = await browser.send('POST', '/api/api-key', { name: 'x', ...wish })
    return [status, body.field ?? null]
  }
  for (const scope of ['*', 'order:*', '*:read', 'order:read', 'order:do:confirm']) {
    expect(await make({ scopes: [scope] })).toEqual([201, null])
  }
  for (const scope of ['order', 'order:', ':read', 'Order:read', 'a:b:c', '*:*:*', 'order read']) {
    expect(await make({ scopes: ['*', scope] })).toEqual([422, 'scopes'])
  }
  expect(await make({ scopes: [] })).toEqual([422, 'scopes'])
  expect(await make({})).toEqual([422, 'scopes'])
  expect(await make({ scopes: ['*'], expiresOn: '2020-01-01' })).toEqual([422, 'expiresOn'])
  expect(await make({ scopes: ['*'], expiresOn: 'soon' })).toEqual([422, 'expiresOn'])
})
