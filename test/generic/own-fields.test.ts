/** A field that a company adds is a field like any other: in form, list, filter, import and API. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { EntityMeta, HouseMeta } from '#kernel/http/wire.ts'
import { guessed, lookAt, start } from './bring-in.ts'
import { useProduct, type Answer, type Company, type Visitor } from './product.ts'

const product = useProduct({ work: true })
let company: Company
let other: Company
let admin: Visitor
let sales: Visitor
const made: Record<string, Record<string, unknown>> = {}

interface Listed {
  rows: Record<string, unknown>[]
}

async function add(label: string, more: object): Promise<Record<string, unknown>> {
  const answer = await admin.ask('POST', '/api/custom-field', {
    entity: 'customer',
    label,
    ...more,
  })
  if (answer.status !== 201) throw new Error(answer.text)
  return answer.body.row as Record<string, unknown>
}

beforeAll(async () => {
  company = await product().company('Own fields')
  other = await product().company('Without')
  admin = company.administrator
  sales = await company.person({ name: 'Sam', roles: ['sales'] })
  made.hall = await add('Hall number', { kind: 'text', listed: true, section: 'Fair' })
  made.size = await add('展位面積', { kind: 'decimal', places: 2 })
  made.since = await add('Since', { kind: 'date' })
  made.people = await add('People', { kind: 'integer' })
  made.vip = await add('VIP', { kind: 'boolean' })
  made.mood = await add('Mood', { kind: 'choice', options: [{ label: '好' }, { label: '差' }] })
  made.likes = await add('Likes', {
    kind: 'choices',
    options: [{ label: 'Tea' }, { label: 'Wine' }],
  })
  made.parent = await add('Parent', { kind: 'ref', target: 'customer' })
  made.helper = await add('Helper', { kind: 'person' })
})

const meta = async (visitor: Visitor): Promise<EntityMeta> => {
  const { body } = await visitor.ask('GET', '/api/meta')
  return (body as unknown as HouseMeta).entities.customer as EntityMeta
}

async function names(where: object, more = ''): Promise<string[]> {
  const url = `/api/customer?where=${encodeURIComponent(JSON.stringify(where))}${more}`
  const { status, body, text } = await sales.ask('GET', url)
  if (status !== 200) throw new Error(text)
  return (body as unknown as Listed).rows.map((row) => String(row.name))
}

const fields = ({ body }: Answer) =>
  ((body.fields ?? []) as { field: string; rule: string }[]).map(({ field, rule }) => [field, rule])

describe('once it is added', () => {
  test('it has a name for the API made of its label, and no two have the same', async () => {
    expect(made.hall?.name).toBe('xHallNumber')
    expect(made.size?.name).toBe('xZhanWeiMianJi')
    const again = await add('Hall Number', { kind: 'text' })
    expect(again.name).toBe('xHallNumber2')
    await admin.ask('DELETE', `/api/custom-field/${String(again.id)}`)
  })

  test('forms, lists and filters of all have it at once, no other company has', async () => {
    const own = await meta(sales)
    expect(own.fields.find(({ name }) => name === 'xHallNumber')).toMatchObject({
      label: 'Hall number',
      kind: 'text',
      filterable: true,
      sortable: true,
    })
    expect(own.list.columns).toContain('xHallNumber')
    expect(own.form.at(-2)).toEqual({ title: 'Fair', rows: [['xHallNumber']] })
    expect(JSON.stringify(await meta(other.administrator))).not.toContain('xHallNumber')
    const refused = await other.administrator.ask('POST', '/api/customer', {
      name: 'X',
      xHallNumber: '3',
    })
    expect(fields(refused)).toEqual([['xHallNumber', 'field.unknown']])
  })
})

describe('its values', () => {
  const values = {
    xHallNumber: 'B-12',
    xZhanWeiMianJi: '12.5',
    xSince: '2026-03-01',
    xPeople: 7,
    xVIP: true,
    xMood: '好',
    xLikes: ['Tea', 'Wine'],
  }
  let id = ''
  let parent = ''

  test('are kept, read back and told in the history', async () => {
    const first = await sales.ask('POST', '/api/customer', { name: 'Parent Co', xPeople: 30 })
    parent = (first.body.row as { id: string }).id
    const draft = { name: 'Booth Co', ...values, xParent: parent, xHelper: sales.caller?.person.id }
    const answer = await sales.ask('POST', '/api/customer', draft)
    expect(answer.status).toBe(201)
    id = (answer.body.row as { id: string }).id
    const read = await sales.ask('GET', `/api/customer/${id}`)
    expect(read.body.row).toMatchObject({ ...values, xParent: parent })
    expect(JSON.stringify(read.body.refs)).toContain('Parent Co')
    await sales.ask('PATCH', `/api/customer/${id}`, { xHallNumber: 'C-1', xLikes: ['Tea'] })
    const history = await sales.ask('GET', `/api/customer/${id}/history`)
    expect(history.text).toContain('Hall number')
    expect(history.text).toContain('C-1')
    const after = await sales.ask('GET', `/api/customer/${id}`)
    expect(after.body.row).toMatchObject({ ...values, xHallNumber: 'C-1', xLikes: ['Tea'] })
  })

  test('that do not fit are refused at the field', async () => {
    const wrong = {
      name: 'Y',
      xZhanWeiMianJi: '1.234',
      xSince: '2026-02-30',
      xMood: 'soso',
      xParent: '0193b0a0-0000-7000-8000-000000000000',
    }
    const refused = fields(await sales.ask('POST', '/api/customer', wrong))
    expect(refused.map(([field]) => field)).toEqual(['xZhanWeiMianJi', 'xSince', 'xMood'])
    const lost = await sales.ask('POST', '/api/customer', { name: 'Y', xParent: wrong.xParent })
    expect(fields(lost)).toEqual([['xParent', 'field.no-such-record']])
  })

  test('are filtered, sorted, gathered and found like any', async () => {
    expect(await names({ xHallNumber: 'C-1' })).toEqual(['Booth Co'])
    expect(await names({ xZhanWeiMianJi: { over: '12' } })).toEqual(['Booth Co'])
    expect(await names({ xSince: { from: '2026-03-01', until: '2026-03-01' } })).toHaveLength(1)
    expect(await names({ xVIP: true })).toEqual(['Booth Co'])
    expect(await names({ xVIP: false })).toEqual(['Parent Co'])
    expect(await names({ xLikes: ['Tea'] })).toEqual(['Booth Co'])
    expect(await names({ xLikes: { empty: true } })).toEqual(['Parent Co'])
    expect(await names({ xParent: parent, xHelper: 'me' })).toEqual(['Booth Co'])
    expect(await names({}, '&sort=-xPeople')).toEqual(['Parent Co', 'Booth Co'])
    expect(await names({}, '&sort=xPeople')).toEqual(['Booth Co', 'Parent Co'])
    expect(await names({}, '&sort=xParent')).toEqual(['Booth Co', 'Parent Co'])
    expect(await names({}, '&q=C-1')).toEqual(['Booth Co'])
    const { body } = await sales.ask('GET', '/api/customer/groups?by=xMood&sum=xPeople')
    const groups = body.groups as { value: string | null; count: number }[]
    expect(groups).toEqual(
      expect.arrayContaining([expect.objectContaining({ value: '好', count: 1 })]),
    )
  })

  test('go out in a file and come in from one', async () => {
    const out = await admin.ask('GET', '/api/customer/export?format=csv&columns=name,xHallNumber')
    expect(out.text).toContain('Hall number')
    expect(out.text).toContain('C-1')
    const file = 'Name,Hall number,展位面積,Mood,VIP,Parent\nFile Co,D-9,3.25,差,yes,Parent Co\n'
    const look = await lookAt(admin, 'customer', 'fair.csv', file)
    const plan = { mapping: guessed(look), key: null, mode: 'create' }
    expect(Object.values(plan.mapping)).toEqual([
      'name',
      'xHallNumber',
      'xZhanWeiMianJi',
      'xMood',
      'xVIP',
      'xParent',
    ])
    const account = await start(admin, look.id, 'run', plan)
    expect([account.status, account.created, account.problems]).toEqual(['done', 1, []])
    const { body } = await admin.ask('GET', '/api/customer?q=D-9&columns=xMood,xZhanWeiMianJi,xVIP')
    expect((body as unknown as Listed).rows).toMatchObject([
      { name: 'File Co', xMood: '差', xZhanWeiMianJi: '3.25', xVIP: true },
    ])
  })

  test('stay when an action or a merge writes the record', async () => {
    const twin = await sales.ask('POST', '/api/customer', { name: 'Twin', xHallNumber: 'Z' })
    const drop = (twin.body.row as { id: string }).id
    const child = await sales.ask('POST', '/api/customer', { name: 'Child', xParent: drop })
    const merged = await admin.ask('POST', '/api/customer/merge', { keep: id, drop: [drop] })
    expect(merged.status).toBe(200)
    const kept = await sales.ask('GET', `/api/customer/${id}`)
    expect(kept.body.row).toMatchObject({ xHallNumber: 'C-1', xMood: '好' })
    const childId = (child.body.row as { id: string }).id
    const moved = await sales.ask('GET', `/api/customer/${childId}`)
    expect(moved.body.row).toMatchObject({ xParent: id })
  })

  test('keep a record from the bin while another names it', async () => {
    const refused = await admin.ask('DELETE', `/api/customer/${parent}`)
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('record.in-use')])
  })
})

describe('the field itself', () => {
  test('is added by administrators alone', async () => {
    const draft = { entity: 'customer', label: 'Mine', kind: 'text' }
    expect((await sales.ask('POST', '/api/custom-field', draft)).status).toBe(403)
  })

  test('needs its choices, its target, and cannot become another', async () => {
    const refused = async (draft: object, id = '') => {
      const url = `/api/custom-field${id && `/${id}`}`
      return (await admin.ask(id ? 'PATCH' : 'POST', url, draft)).text
    }
    const draft = { entity: 'customer', label: 'Bad' }
    expect(await refused({ ...draft, kind: 'choice' })).toContain('custom-field.no-choices')
    expect(await refused({ ...draft, kind: 'ref' })).toContain('field.required')
    const twice = [{ label: 'a' }, { label: 'a' }]
    expect(await refused({ ...draft, kind: 'choice', options: twice })).toContain('twice')
    expect(await refused({ ...draft, entity: 'ledger-entry' })).toContain('field.not-an-option')
    const id = String(made.people?.id)
    expect(await refused({ kind: 'text' }, id)).toContain('custom-field.stays')
  })

  test('keeps what was chosen when a choice is renamed', async () => {
    const [good, bad] = (made.mood?.options ?? []) as Record<string, unknown>[]
    const options = [{ ...good, label: '很好' }, bad, { label: '普通' }]
    const answer = await admin.ask('PATCH', `/api/custom-field/${String(made.mood?.id)}`, {
      options,
    })
    expect(answer.status).toBe(200)
    const mood = (await meta(sales)).fields.find(({ name }) => name === 'xMood')
    expect(mood?.options).toMatchObject([
      { value: '好', label: '很好' },
      { value: '差', label: '差' },
      { value: '普通', label: '普通' },
    ])
    expect(await names({ xMood: '好' })).toEqual(['Booth Co'])
  })

  test('is hidden from a role like any field', async () => {
    const { body } = await admin.ask('GET', '/api/rights')
    const lines = body.fields as { entity: string; field: string }[]
    expect(lines).toContainEqual(
      expect.objectContaining({ entity: 'customer', field: 'xHallNumber' }),
    )
  })

  test('that is deleted is gone everywhere, and comes back with its values', async () => {
    const id = String(made.hall?.id)
    expect((await admin.ask('DELETE', `/api/custom-field/${id}`)).status).toBe(200)
    expect(JSON.stringify(await meta(sales))).not.toContain('xHallNumber')
    const gone = await sales.ask('GET', '/api/customer?where={"xHallNumber":"C-1"}')
    expect(gone.status).toBe(400)
    await admin.ask('POST', `/api/custom-field/${id}/restore`)
    expect(await names({ xHallNumber: 'C-1' })).toEqual(['Booth Co'])
  })
})

test('what is seen with a record is written where a colleague of one’s own is named', async () => {
  const draft = { name: 'Helped', xHelper: sales.caller?.person.id }
  const { body } = await sales.ask('POST', '/api/customer', draft)
  const { id: customer } = body.row as { id: string }
  const contact = await sales.ask('POST', '/api/contact', { customer, name: 'Quill' })
  expect([contact.status, contact.text]).toEqual([201, expect.any(String)])
  const { rows } = (await sales.ask('GET', '/api/contact?q=quill')).body as unknown as Listed
  expect(rows.map(({ name }) => name)).toEqual(['Quill'])
})
