/** Layouts that a company draws itself: who draws, who prints, and what never comes onto paper. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HouseMeta } from '#kernel/http/wire.ts'
import { stopDrawnPrinting } from '#kernel/print/drawn/press.ts'
import { readDrawn } from '#kernel/print/drawn/testing/read-drawn.ts'
import { Customer } from '#modules/customers/index.ts'
import { Role } from '#modules/people/index.ts'
import { useProduct, type Answer, type Company, type Visitor } from './product.ts'
import { makeSamples } from './samples.ts'

const product = useProduct()

let company: Company
let other: Company
let admin: Visitor
let sales: Visitor
let stranger: Visitor
let customer: string
let quote: string
let layout: string

const place = (y: number, width = 90) => ({ position: { x: 10, y }, width, height: 8 })
const field = (name: string, y: number) => ({ type: 'text', ...place(y), field: name })
const cell = {
  borderWidth: { top: 0, right: 0, bottom: 0, left: 0 },
  padding: { top: 1, right: 1, bottom: 1, left: 1 },
}
const table = (columns: string[]) => ({
  type: 'table',
  ...place(60, 190),
  field: 'lines',
  columns,
  head: columns.map((_, at) => `標題 ${at + 1}`),
  headWidthPercentages: columns.map(() => 100 / columns.length),
  tableStyles: { borderColor: '#000000', borderWidth: 0.1 },
  headStyles: cell,
  bodyStyles: cell,
})
const drawing = {
  pages: [
    [
      { type: 'text', ...place(10), content: '我們的報價單 {1 + 1}' },
      field('customer', 20),
      field('customer.phone', 30),
      field('status', 40),
      field('total', 50),
      table(['@line', 'product', 'quantity', 'unitPrice']),
      { type: 'qrcode', ...place(90, 20), height: 20, field: 'number' },
      field('@page', 280),
    ],
  ],
}

async function keep(more: object): Promise<Answer> {
  const body = { name: 'Ours', entity: 'quote', drawing, ...more }
  return admin.ask('POST', '/api/print-layout', body)
}

async function made(more: object): Promise<string> {
  const { status, body, text } = await keep(more)
  expect(status, text).toBe(201)
  return (body.row as { id: string }).id
}

const printOf = (visitor: Visitor, of = layout, locale = 'en') =>
  visitor.ask('GET', `/api/print/${of}/${quote}?locale=${locale}`)

async function words(answer: Promise<Answer>): Promise<string> {
  const { status, bytes, text } = await answer
  expect(status, text.slice(0, 300)).toBe(200)
  return readDrawn(bytes).pages.join('\n')
}

async function offered(visitor: Visitor, of = 'quote'): Promise<string[]> {
  const { body } = await visitor.ask('GET', '/api/meta')
  return (body as unknown as HouseMeta).entities[of]?.prints.map(({ label }) => label) ?? []
}

beforeAll(async () => {
  company = await product().company('Drawn')
  other = await product().company('Elsewhere')
  admin = company.administrator
  const seller = await company.person({ name: 'Sam', roles: ['sales'] })
  sales = seller
  stranger = await company.person({ name: 'Sue', roles: ['sales'] })
  const people = [seller.caller.person.id ?? '']
  const samples = await makeSamples(product(), company, { people, count: 2, onlyNew: true })
  quote = samples.ids.get('quote')?.[0] ?? ''
  const { body } = await admin.ask('GET', `/api/quote/${quote}`)
  customer = (body.row as { customer: string }).customer
  await company.within(async (ctx) => {
    await ctx.save(Customer, customer, { name: '宏達貿易股份有限公司', phone: '+886227367777' })
  })
  layout = await made({})
}, 120_000)

afterAll(stopDrawnPrinting)

describe('a layout of the company', () => {
  test('is drawn by administrators alone', async () => {
    const body = { name: 'Mine', entity: 'quote', drawing }
    expect((await sales.ask('POST', '/api/print-layout', body)).status).toBe(403)
    expect(
      (await sales.ask('PATCH', `/api/print-layout/${layout}`, { name: 'x' })).status,
    ).not.toBe(200)
    const preview = { entity: 'quote', record: quote, paper: 'a4', orientation: 'upright', drawing }
    expect((await sales.ask('POST', '/api/print-preview', preview)).status).toBe(403)
    expect(await words(admin.ask('POST', '/api/print-preview', preview))).toContain('宏達貿易')
  })

  test('is offered beside the built-in forms, and prints what the record says', async () => {
    expect(await offered(sales)).toEqual(['Quote', 'Ours'])
    const answer = await printOf(sales)
    const text = await words(Promise.resolve(answer))
    expect(text).toContain('宏達貿易股份有限公司')
    expect(text).toContain('+886227367777')
    expect(text).toContain('Draft')
    expect(text).toMatch(/標題 4\n1\n/u)
    expect(text).toContain('Page 1 of 1')
    const { fonts, pictures } = readDrawn(answer.bytes)
    expect(fonts).toEqual(['NotoSansSC-Regular'])
    expect(pictures).toBeGreaterThan(0)
    expect(answer.bytes.length).toBeLessThan(200_000)
  })

  test('takes nothing that is written for a program', async () => {
    expect(await words(printOf(sales))).toContain('我們的報價單 {1 + 1}')
  })

  test('says choices and pages in the language that is asked for', async () => {
    const text = await words(printOf(sales, layout, 'zh-Hant'))
    expect(text).toContain('草稿')
    expect(text).toContain('第 1 頁，共 1 頁')
  })

  test('is for the roles that it names', async () => {
    const forFinance = await made({ name: 'For finance', roles: ['finance'] })
    expect(await offered(sales)).not.toContain('For finance')
    expect((await printOf(sales, forFinance)).status).toBe(404)
    expect(await offered(admin)).toContain('For finance')
    const finance = await company.person({ roles: ['finance'] })
    expect((await printOf(finance, forFinance)).status).toBe(200)
  })

  test('is gone once it is deleted', async () => {
    const short = await made({ name: 'Short-lived' })
    expect((await printOf(sales, short)).status).toBe(200)
    await admin.ask('DELETE', `/api/print-layout/${short}`)
    expect((await printOf(sales, short)).status).toBe(404)
    expect(await offered(sales)).not.toContain('Short-lived')
  })
})

describe('what may not be seen', () => {
  test('a record of others is not printed', async () => {
    expect((await printOf(stranger)).body.rule).toBe('record.not-found')
  })

  test('a layout of another company is none', async () => {
    const { status, body } = await printOf(other.administrator)
    expect([status, body.rule]).toEqual([404, 'route.not-found'])
    expect(await offered(other.administrator)).toEqual(['Quote'])
    const sample = { entity: 'quote', record: quote, paper: 'a4', orientation: 'upright' }
    const seen = await other.administrator.ask('POST', '/api/print-preview', sample)
    expect([seen.status, seen.body.rule]).toEqual([404, 'record.not-found'])
  })

  test('a field that is hidden stays empty, of the record and of what it points to', async () => {
    expect(await words(printOf(sales))).toMatch(/7367777[^]*NT\$/u)
    const roles = await company.within((ctx) => ctx.list(Role, { key: 'sales' }))
    const hide = (entity: string, name: string) =>
      admin.ask('POST', '/api/grant', {
        role: roles[0]?.id,
        entity,
        right: `see:${name}`,
        allowed: false,
      })
    expect((await hide('customer', 'phone')).status).toBe(201)
    expect((await hide('quote', 'total')).status).toBe(201)
    const text = await words(printOf(sales))
    expect(text).not.toContain('7367777')
    expect(text).not.toContain('NT$')
    expect(text).toContain('宏達貿易股份有限公司')
    expect(await words(printOf(admin))).toContain('7367777')
  })
})

const refused: [what: string, pages: unknown, rule: string][] = [
  ['an element that we do not offer', [[{ type: 'signature', ...place(1) }]], 'broken'],
  [
    'a picture from elsewhere',
    [[{ type: 'image', ...place(1), content: 'https://a.example/x.png' }]],
    'broken',
  ],
  [
    'a drawing in a picture',
    [[{ type: 'image', ...place(1), content: 'data:image/svg+xml;base64,PHN2Zz4=' }]],
    'broken',
  ],
  ['a field that there is not', [[field('secret', 1)]], 'no-such-field'],
  ['a field of a field that there is not', [[field('customer.secret', 1)]], 'no-such-field'],
  ['a name of the language', [[field('constructor', 1)]], 'no-such-field'],
  ['a column that there is not', [[table(['secret'])]], 'no-such-field'],
  ['a table of no lines', [[{ ...table(['@line']), field: 'customer' }]], 'no-such-field'],
  ['more headings than columns', [[{ ...table(['@line']), head: ['a', 'b'] }]], 'broken'],
  ['a place that is none', [[{ ...field('total', 1), position: { x: 'a', y: 1 } }]], 'broken'],
  ['a colour that is none', [[{ ...field('total', 1), fontColor: 'url(x)' }]], 'broken'],
  ['201 elements', [Array.from({ length: 201 }, () => field('total', 1))], 'broken'],
  [
    '201 elements on two pages',
    [
      Array.from({ length: 101 }, () => field('total', 1)),
      Array.from({ length: 100 }, () => field('total', 1)),
    ],
    'too-many',
  ],
]

describe('a drawing is refused for', () => {
  test.each(refused)('%s', async (_, pages, rule) => {
    const { status, body } = await keep({ drawing: { pages } })
    expect([status, body.fields]).toMatchObject([
      422,
      [{ field: 'drawing', rule: `print-layout.${rule}` }],
    ])
  })

  test('other records than it was drawn for', async () => {
    const { body } = await admin.ask('PATCH', `/api/print-layout/${layout}`, { entity: 'order' })
    expect(body.fields).toMatchObject([{ field: 'entity', rule: 'print-layout.stays' }])
  })

  test('a picture that only looks like one, once it is printed', async () => {
    const content = `data:image/png;base64,iVBORw0KGgo${'A'.repeat(40)}`
    const broken = await made({
      name: 'Broken',
      drawing: { pages: [[{ type: 'image', ...place(1), content }]] },
    })
    const { status, body } = await printOf(admin, broken)
    expect([status, body.rule]).toEqual([422, 'print-layout.picture'])
    await admin.ask('DELETE', `/api/print-layout/${broken}`)
  })
})
