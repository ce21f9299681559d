/** A practice company: a company of its own that only the administrators of the real one enter. */
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openCtx } from '#kernel/action/open-ctx.ts'
import { write } from '#kernel/action/write.ts'
import { program } from '#kernel/access/person.ts'
import { sql } from '#kernel/db/sql.ts'
import { queueMail } from '#kernel/mail/queue-mail.ts'
import { sendMail } from '#kernel/mail/send-mail.ts'
import { findPosts } from '#kernel/mail/post.ts'
import { useProduct, type Answer, type Company, type Visitor } from './product.ts'

const product = useProduct({ work: true })
const cookieOf = ({ headers }: Answer) => String(headers['set-cookie']).split(';')[0] ?? ''

/** Asks with a cookie of one's own, as a browser that moved does. */
function browser(cookie: string) {
  return (method: 'GET' | 'POST' | 'DELETE' | 'PATCH', url: string, more: object = {}) =>
    product().nobody.send({
      method,
      url,
      headers: { cookie, 'x-shangmai': '1', ...more },
      ...(method === 'GET' ? {} : { payload: {} }),
    })
}

async function filled({ ask }: Visitor): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const { state } = (await ask('GET', '/api/practice')).body
    if (state === 'ready') return
    if (state === 'failed') throw new Error('It could not be filled')
    await delay(100)
  }
  throw new Error('It is never ready')
}

const rowsOf = (answer: Answer) => answer.body.rows as { id: string; name: string }[]
const tenantOf = async (company: Company) => {
  const [row] = await product().asOwner<{ tenant: string }>(
    'select tenant from company where practice_of = $1',
    [company.tenant],
  )
  return row?.tenant ?? ''
}

/** How many rows of a company lie in any table. */
async function rowsLeft(tenant: string): Promise<Record<string, number>> {
  const { asOwner } = product()
  const tables = await asOwner<{ name: string }>(
    `select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'tenant'`,
  )
  const left: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await asOwner<{ count: number }>(
      `select count(*)::int as count from "${name}" where tenant = $1`,
      [tenant],
    )
    if (row && row.count > 0) left[name] = row.count
  }
  return left
}

test('an administrator makes it, tries in it, comes back, and throws it away', async () => {
  const company = await product().company('Harbor Books')
  const { administrator } = company
  await company.within(async (ctx) => void ctx)
  expect((await administrator.ask('GET', '/api/practice')).body).toMatchObject({ state: 'none' })
  expect((await administrator.ask('POST', '/api/practice/enter')).body.rule).toBe('practice.none')
  expect((await administrator.ask('POST', '/api/practice')).status).toBe(201)
  expect((await administrator.ask('POST', '/api/practice')).body.rule).toBe('practice.exists')
  await filled(administrator)
  const practice = await tenantOf(company)

  const entered = await administrator.ask('POST', '/api/practice/enter')
  expect(entered.status).toBe(200)
  // The old token opens nothing any more, so no other page goes on unseen.
  expect((await administrator.ask('GET', '/api/meta')).status).toBe(401)
  const inside = browser(cookieOf(entered))
  const meta = (await inside('GET', '/api/meta')).body as { company: object }
  expect(meta.company).toMatchObject({ id: practice, name: 'Harbor Books', isPractice: true })
  const customers = rowsOf(await inside('GET', '/api/customer?limit=100'))
  expect(customers.length).toBeGreaterThanOrEqual(40)

  // A page that still shows the real company does not write into this one.
  const kept = (await inside('GET', '/api/session')).body.preferences
  expect(kept).toMatchObject({ tour: 'seen' })
  const stale = { 'x-shangmai-company': company.tenant }
  expect((await inside('POST', '/api/customer', stale)).body.rule).toBe('session.moved')
  for (const [method, url] of [
    ['POST', '/api/invitation'],
    ['POST', '/api/api-key'],
    ['POST', '/api/practice'],
    ['DELETE', '/api/practice'],
    ['POST', '/api/practice/enter'],
    ['POST', '/api/mail-account/test'],
  ] as const)
    expect([url, (await inside(method, url)).body.rule]).toEqual([url, 'practice.not-here'])

  const back = await inside('POST', '/api/practice/leave')
  const home = browser(cookieOf(back))
  expect(rowsOf(await home('GET', '/api/customer'))).toEqual([])
  expect((await home('POST', '/api/practice/leave')).body.rule).toBe('practice.not-inside')
  expect(Object.keys(await rowsLeft(practice)).length).toBeGreaterThan(15)
  const before = await rowsLeft(company.tenant)
  expect((await home('DELETE', '/api/practice')).status).toBe(200)
  expect(await rowsLeft(practice)).toEqual({})
  const after = await rowsLeft(company.tenant)
  expect({ ...after, audit: 0 }).toEqual({ ...before, audit: 0 })
}, 120_000)

test('nobody else gets in, and whoever is no administrator any more is out', async () => {
  const company = await product().company('Quay Books')
  const other = await product().company('Other Books')
  await company.administrator.ask('POST', '/api/practice')
  await filled(company.administrator)
  const practice = await tenantOf(company)
  expect((await other.administrator.ask('POST', '/api/practice/enter')).body.rule).toBe(
    'practice.none',
  )
  expect((await other.administrator.ask('DELETE', '/api/practice')).body.rule).toBe('practice.none')
  expect(Object.keys(await rowsLeft(practice)).length).toBeGreaterThan(15)

  const second = await company.person({ roles: ['administrator'] })
  const inside = browser(cookieOf(await second.ask('POST', '/api/practice/enter')))
  expect((await inside('GET', '/api/meta')).status).toBe(200)
  const id = second.caller.person.id ?? ''
  const { row } = (await company.administrator.ask('GET', `/api/user/${id}`)).body
  const { version } = row as { version: number }
  await company.administrator.ask('PATCH', `/api/user/${id}`, { version, roles: ['sales'] })
  expect((await inside('GET', '/api/meta')).status).toBe(401)

  // To no address there belongs a way in by password.
  const logins = await product().asOwner('select 1 from login where tenant = $1', [practice])
  const secrets = await product().asOwner('select 1 from credential where tenant = $1', [practice])
  expect([logins, secrets]).toEqual([[], []])
}, 120_000)

test('throwing it away signs out who is inside; no mail leaves it', async () => {
  const company = await product().company('Pier Books')
  const second = await company.person({ roles: ['administrator'] })
  await company.administrator.ask('POST', '/api/practice')
  await filled(company.administrator)
  const tenant = await tenantOf(company)
  const inside = browser(cookieOf(await second.ask('POST', '/api/practice/enter')))

  const { house } = product()
  const settings = {
    smtpUrl: 'smtp://127.0.0.1:9',
    from: 'a@b.example',
    secretKey: Buffer.alloc(32),
  }
  const findPost = findPosts(settings)
  expect(await findPost(house, company.tenant)).not.toBeNull()
  expect(await findPost(house, tenant)).toBeNull()
  const caller = { tenant, person: program, via: 'job' as const }
  const mail = await write(house, caller, {}, (unit) =>
    queueMail(openCtx(unit), { to: 'c@d.example', subject: 'x', text: 'x' }),
  )
  const log = { warn: () => {}, error: () => {} }
  const call = { now: house.now(), signal: new AbortController().signal, isLast: false, log }
  await sendMail(findPost).run(house, { ...call, tenant, payload: { mail } })
  const [kept] = await product().asOwner('select state, error from mail where id = $1', [mail])
  expect(kept).toEqual({ state: 'queued', error: 'No mail leaves a practice company.' })

  await company.administrator.ask('DELETE', '/api/practice')
  expect((await inside('GET', '/api/meta')).status).toBe(401)
  expect(await rowsLeft(tenant)).toEqual({})
}, 120_000)

test('the program cannot make a real company one that may be thrown away', async () => {
  const company = await product().company('Real Books')
  const { database } = product().house
  const { tenant } = company
  const turn = sql`update company set practice_of = ${tenant} where tenant = ${tenant}`
  await expect(database.control(turn)).rejects.toThrow('permission denied')
  const gone = sql`select shangmai_discard_practice(${company.tenant}, ${company.tenant}) as gone`
  expect(await database.read(company.tenant, gone)).toEqual([{ gone: false }])
})
