/** Imports as their users meet them: tried, run, cancelled, given back, taken back, refused. */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { guessed, lookAt, start, upload, watch } from './bring-in.ts'
import { useProduct, type Company, type Visitor } from './product.ts'

const product = useProduct({ work: true, environment: { MAX_UPLOAD_MB: '1' } })
let company: Company
let lead: Visitor

beforeAll(async () => {
  company = await product().company('Imports')
  lead = company.administrator
}, 120_000)

function keptFiles(): string[] {
  return readdirSync(join(product().dataDir, 'imports'))
}

async function customers(code: string): Promise<Record<string, unknown>[]> {
  const where = encodeURIComponent(JSON.stringify({ code: { starts: code } }))
  const url = `/api/customer?where=${where}&columns=name,code,email,phone,kind&sort=name`
  return (await lead.ask('GET', url)).body.rows as Record<string, unknown>[]
}

const list = [
  'Customer name,Code,E-mail,Phone,Kind',
  'Anna & Sons,lead-1,anna@sons.example,02-27120001,Company',
  '"Bao, Ltd.",lead-2,not an address,02-27120002,個人',
  '"=Cheng ""Ho""",lead-3,,12,个人',
  'Dong,lead-1,,,company',
].join('\r\n')

test('a table is tried, brought in, its refused rows given back and put right', async () => {
  const look = await lookAt(lead, 'customer', 'list.csv', list)
  expect(guessed(look)).toEqual({ 0: 'name', 1: 'code', 2: 'email', 3: 'phone', 4: 'kind' })
  const plan = { mapping: guessed(look), key: 'code', mode: 'upsert' }
  const tried = await start(lead, look.id, 'check', plan)
  const figures = { total: 4, done: 4, created: 1, updated: 0, unchanged: 0, rejected: 3 }
  expect(tried).toMatchObject({ status: 'checked', ...figures })
  expect(tried.operation).toBeUndefined()
  expect(await customers('lead')).toEqual([])

  const run = await start(lead, look.id, 'run', plan)
  expect(run).toMatchObject({ status: 'done', ...figures, problems: tried.problems })
  expect(run.problems.map(({ row, field, value }) => [row, field, value])).toEqual([
    [3, 'email', 'not an address'],
    [4, 'phone', '12'],
    [5, 'code', 'lead-1'],
  ])
  const file = await lead.ask('GET', `/api/import/${look.id}/errors.csv`)
  expect(file.text.replace('\uFEFF', '').split('\r\n')).toEqual([
    'Customer name,Code,E-mail,Phone,Kind,Row,Problem',
    '"Bao, Ltd.",lead-2,not an address,02-27120002,個人,3,' +
      '"Email: Enter an e-mail address, such as name@example.com."',
    `"'=Cheng ""Ho""",lead-3,,12,个人,4,Phone: Enter a phone number with at least three digits.`,
    'Dong,lead-1,,,company,5,Code: The same value stands in row 2 already.',
    '',
  ])

  const mended = file.text.replace('not an address', 'bao@ltd.example').replace(',12,', ',123,')
  const again = await lookAt(lead, 'customer', 'mended.csv', mended)
  const second = await start(lead, again.id, 'run', { ...plan, mapping: guessed(again) })
  expect(second).toMatchObject({ status: 'done', created: 2, updated: 1, rejected: 0 })
  expect((await customers('lead')).map(({ name, kind }) => [name, kind])).toEqual([
    ['=Cheng "Ho"', 'person'],
    ['Bao, Ltd.', 'person'],
    ['Dong', 'company'],
  ])
  const back = await lead.ask('POST', `/api/operation/${second.operation}/undo`)
  expect(back.body).toMatchObject({ restored: 3 })
  expect((await customers('lead')).map(({ name }) => name)).toEqual(['Anna & Sons'])
})

test('asked to run twice at once it runs once', async () => {
  const look = await lookAt(lead, 'customer', 'a.csv', 'Customer name,Code\nTwice,once-1')
  const plan = { mapping: guessed(look) }
  const url = `/api/import/${look.id}/run`
  const answers = await Promise.all([1, 2, 3].map(() => lead.ask('POST', url, plan)))
  expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409', '409'])
  await watch(lead, look.id)
  expect(await customers('once')).toHaveLength(1)
  const later = await lead.ask('POST', `/api/import/${look.id}/look`, { headerRow: 0 })
  expect([later.status, later.body.rule]).toEqual([409, 'import.already-running'])
})

test('progress has an end from the first rows on; a cancelled import says how far', async () => {
  const rows = Array.from({ length: 6000 }, (_, at) => `Many ${at},many-${at}`)
  const text = ['Customer name,Code', ...rows].join('\n')
  const look = await lookAt(lead, 'customer', 'many.csv', text)
  await lead.ask('POST', `/api/import/${look.id}/run`, { mapping: guessed(look) })
  const seen: number[][] = []
  for (;;) {
    const { body } = await lead.ask('GET', `/api/import/${look.id}`)
    if (Number(body.done) > 0) seen.push([Number(body.total), Number(body.done)])
    if (seen.length > 0) break
  }
  await lead.ask('POST', `/api/import/${look.id}/cancel`)
  expect(seen[0]?.[0]).toBe(6000)
  expect(seen[0]?.[1]).toBeLessThan(6000)
  const { status, done, created, operation } = await watch(lead, look.id)
  expect([status, done]).toEqual(['cancelled', created])
  expect(done).toBeLessThan(6000)
  // So many are taken back in the background.
  const { body } = await lead.ask('POST', `/api/operation/${operation}/undo`)
  const { id: run } = body.run as { id: string }
  const state = async () => (await lead.ask('GET', `/api/run/${run}`)).body
  await expect.poll(async () => (await state()).status, { timeout: 60_000 }).toBe('done')
  expect((await state()).changed).toBe(created)
  const onward = await lead.ask('POST', `/api/import/${look.id}/run`, {})
  expect([onward.status, onward.body.rule]).toEqual([409, 'import.taken-back'])
}, 120_000)

test('an upload that is too large, or of what cannot come in, leaves no file', async () => {
  await lookAt(lead, 'customer', 'good.csv', 'Customer name\nGood')
  const before = keptFiles()
  expect(before.length).toBeGreaterThan(0)
  const large = await upload(lead, 'customer', 'big.csv', `Name\n${'x'.repeat(1_200_000)}`)
  expect([large.status, large.body.rule]).toEqual([413, 'request.too-large'])
  const odd = await upload(lead, 'ledger-entry', 'a.csv', 'a,b\n1,2')
  expect(odd.status).toBe(404)
  expect(keptFiles()).toEqual(before)
})

test('a file that is no longer kept is said to be gone', async () => {
  const look = await lookAt(lead, 'customer', 'old.csv', 'Customer name\nOld')
  const lost = await lookAt(lead, 'customer', 'lost.csv', 'Customer name\nLost')
  await product().asOwner("update import_run set path = '' where id = $1", [look.id])
  rmSync(join(product().dataDir, 'imports', lost.id))
  for (const { id } of [look, lost]) {
    const answers = [
      await lead.ask('GET', `/api/import/${id}/errors.csv`),
      await lead.ask('POST', `/api/import/${id}/look`, {}),
    ]
    if (id === look.id)
      answers.push(await lead.ask('POST', `/api/import/${id}/run`, { mapping: guessed(look) }))
    for (const { status, body } of answers)
      expect([status, body.rule]).toEqual([410, 'import.file-gone'])
  }
  const failed = await start(lead, lost.id, 'run', { mapping: guessed(lost) })
  expect(failed).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(/no longer kept/),
  })
})

test('a table with the columns of one that came in is mapped as that was', async () => {
  const table = (code: string) => `Firm,Their no.,Remark\nEcho ${code},echo-${code},late`
  const first = await lookAt(lead, 'customer', 'echo.csv', table('1'))
  expect(first.last).toBeUndefined()
  const mapping = { 0: 'name', 1: 'code', 2: 'note' }
  const plan = { mapping, key: 'code', mode: 'update', createMissing: false }
  await start(lead, first.id, 'check', plan)
  expect((await lookAt(lead, 'customer', 'echo.csv', table('2'))).last).toBeUndefined()
  await start(lead, first.id, 'run', plan)
  const next = await lookAt(lead, 'customer', 'echo.csv', table('3'))
  expect(guessed(next)).toEqual(mapping)
  expect(next.last).toEqual({ key: 'code', mode: 'update', createMissing: false })
  const elsewhere = (await product().company('Other imports')).administrator
  expect((await lookAt(elsewhere, 'customer', 'echo.csv', table('4'))).last).toBeUndefined()
})

/** A program with an API key of the administrator's that does no more than it names. */
async function programWith(scopes: string[]): Promise<Visitor> {
  const { body } = await lead.ask('POST', '/api/api-key', { name: 'Import', scopes })
  const authorization = `Bearer ${String(body.key)}`
  const { nobody } = product()
  const send: Visitor['send'] = ({ headers, ...request }) =>
    nobody.send({ ...request, headers: { authorization, ...headers } })
  const ask: Visitor['ask'] = (method, url, payload) =>
    send({ method, url, ...(payload === undefined ? {} : { payload: payload as object }) })
  return { caller: null, send, ask }
}

test('an import begun with a narrow key adds nothing else than the key may', async () => {
  const rights = ['contact:import', 'contact:create', 'customer:read']
  const narrow = await programWith(rights)
  const look = await lookAt(narrow, 'contact', 'c.csv', 'Name,Customer\nAnn,Nobody & Sons')
  const plan = { mapping: { 0: 'name', 1: 'customer' }, createMissing: true }
  expect(await start(narrow, look.id, 'check', plan)).toMatchObject({ created: 0, rejected: 1 })
  expect((await lead.ask('GET', `/api/import/${look.id}`)).status).toBe(200)
  const other = await programWith(['contact:import'])
  expect((await other.ask('GET', `/api/import/${look.id}`)).status).toBe(404)
  const wide = await programWith([...rights, 'customer:create'])
  const again = await lookAt(wide, 'contact', 'c.csv', 'Name,Customer\nAnn,Nobody & Sons')
  expect(await start(wide, again.id, 'check', plan)).toMatchObject({ created: 1, rejected: 0 })
})

test('rows that may be there already are told in the trial, and left out as wished', async () => {
  await lead.ask('POST', '/api/customer', {
    name: '東聯精密機械股份有限公司',
    phone: '04-23590011',
  })
  const rows = 'Customer name,Code,Phone\n东联精密机械,like-1,04-2359-0011\n全新船舶,like-2,'
  const look = await lookAt(lead, 'customer', 'like.csv', rows)
  const plan = { mapping: guessed(look) }
  const tried = await start(lead, look.id, 'check', plan)
  expect(tried).toMatchObject({ created: 2, rejected: 0, likely: 1 })
  expect(tried.likelyRows).toMatchObject([
    { row: 2, value: '东联精密机械', like: { title: '東聯精密機械股份有限公司' } },
  ])
  expect(tried.likelyRows[0]?.like?.reasons).toContain('Same phone number')
  const strict = await start(lead, look.id, 'check', { ...plan, likely: 'leave' })
  expect(strict).toMatchObject({ created: 1, rejected: 1, likely: 0 })
  expect(strict.problems[0]?.message).toContain('東聯精密機械股份有限公司')
  const run = await start(lead, look.id, 'run', { ...plan, likely: 'leave', except: [2] })
  expect(run).toMatchObject({ created: 2, rejected: 0 })
  const again = await lookAt(lead, 'customer', 'like.csv', rows.replaceAll('like-', 'more-'))
  const left = await start(lead, again.id, 'run', { ...plan, except: [3] })
  expect(left).toMatchObject({ created: 1, rejected: 1 })
  expect(await customers('more')).toMatchObject([{ name: '东联精密机械' }])
})
