/** A field that a company adds to lines is a column of them: written, read, filtered, recorded. */
import { beforeAll, expect, test } from 'vitest'
import type { HouseMeta } from '#kernel/http/wire.ts'
import { useProduct, type Company, type Visitor } from './product.ts'

const product = useProduct()
let company: Company
let admin: Visitor
let bracket = ''
let quote = ''

type Lines = Record<string, unknown>[]

beforeAll(async () => {
  company = await product().company('Own columns')
  admin = company.administrator
  const unit = await made('unit', { name: 'set of two' })
  bracket = await made('product', { name: 'Bracket', code: 'B-1', unit, taxPercent: '5' })
  const drawing = { entity: 'quote-line', label: 'Drawing', kind: 'text' }
  const gap = { entity: 'quote-line', label: 'Gap', kind: 'decimal', places: 2, required: true }
  expect((await admin.ask('POST', '/api/custom-field', drawing)).status).toBe(201)
  expect((await admin.ask('POST', '/api/custom-field', gap)).status).toBe(201)
})

async function made(entity: string, draft: object): Promise<string> {
  const answer = await admin.ask('POST', `/api/${entity}`, draft)
  if (answer.status !== 201) throw new Error(answer.text)
  return (answer.body.row as { id: string }).id
}

async function draft(lines: object[]): Promise<object> {
  const customer = await made('customer', { name: 'Lines Ltd' })
  return { customer, lines: lines.map((line) => ({ product: bracket, taxPercent: '5', ...line })) }
}

async function linesOf(id: string): Promise<Lines> {
  const { body } = await admin.ask('GET', `/api/quote/${id}`)
  return (body.row as { lines: Lines }).lines
}

test('it is described with the lines, for this company alone', async () => {
  const namesFor = async (visitor: Visitor) => {
    const { body } = await visitor.ask('GET', '/api/meta')
    const { fields } = (body as unknown as HouseMeta).entities['quote-line'] ?? { fields: [] }
    return fields.map(({ name }) => name)
  }
  expect(await namesFor(admin)).toEqual(expect.arrayContaining(['xDrawing', 'xGap']))
  const other = await product().company('Without columns')
  expect(await namesFor(other.administrator)).not.toContain('xDrawing')
})

test('lines keep it, beside those without a value, and a change is in the history', async () => {
  const lines = [
    { description: 'Bracket', quantity: '2', unitPrice: '10', xDrawing: 'D-1', xGap: '0.25' },
    { description: 'Bolt', quantity: '4', unitPrice: '1', xGap: '1' },
  ]
  quote = await made('quote', await draft(lines))
  const kept = await linesOf(quote)
  expect(kept).toMatchObject([{ xDrawing: 'D-1', xGap: '0.25' }, { xDrawing: null }])
  const changed = kept.map(({ id }, at) => ({
    ...lines[at],
    id,
    product: bracket,
    taxPercent: '5',
    xDrawing: at === 0 ? 'D-2' : null,
  }))
  const patch = await admin.ask('PATCH', `/api/quote/${quote}`, { lines: changed, version: 1 })
  expect(patch.status).toBe(200)
  expect(await linesOf(quote)).toMatchObject([{ xDrawing: 'D-2', xGap: '0.25' }, {}])
  const { text } = await admin.ask('GET', `/api/quote/${quote}/history`)
  expect(text).toContain('D-2')
})

test('documents are found by it, and what it may not hold is refused at the cell', async () => {
  const where = encodeURIComponent(JSON.stringify({ 'lines.xDrawing': 'D-2' }))
  const { body } = await admin.ask('GET', `/api/quote?where=${where}`)
  expect(body.rows).toMatchObject([{ id: quote }])
  const line = { description: 'Nut', quantity: '1', unitPrice: '1' }
  const refused = await admin.ask('POST', '/api/quote', await draft([{ ...line, xGap: 'wide' }]))
  expect(refused.status).toBe(422)
  expect(refused.body.fields).toMatchObject([{ field: 'lines.0.xGap' }])
  const missing = await admin.ask('POST', '/api/quote', await draft([line]))
  expect(missing.body.fields).toMatchObject([{ field: 'lines.0.xGap', rule: 'field.required' }])
})
