/** Takes orders: created and confirmed, and the whole way from the quote to the money. */
import type { WireRow, WriteAnswer } from '#kernel/http/wire.ts'
import type { BenchRun } from '../bench-run.ts'
import { expect, openHttp, type Http } from '../http.ts'
import type { Company } from '../seed/company.ts'
import { dice } from '../seed/names.ts'
import type { Section } from '../table.ts'
import { buyersOf } from './customers.ts'
import { measured } from './operation.ts'

const linesEach = 10

export async function confirmOrders(run: BenchRun): Promise<Section> {
  const { big } = run.home.seeded
  const http = openHttp(run.product.origin, big.keys.sales)
  const sell = seller(big)
  const confirm = async () => {
    const order = await made(http, '/api/order', sell())
    const { row } = await act(http, 'order', order.id, 'confirm')
    const lines = row?.lines as unknown[] | undefined
    const right = row?.id === order.id && row.status === 'confirmed' && lines?.length === linesEach
    expect(right && Number(row?.total) > 0, 'the order is not confirmed')
  }
  const measure = 'Create and confirm a 10-line order'
  const found = await measured(run, { measure, aim: 380, run: confirm })
  await http.close()
  return found
}

export async function wholeChain(run: BenchRun): Promise<Section> {
  const { big } = run.home.seeded
  const http = openHttp(run.product.origin, big.keys.administrator)
  const sell = seller(big)
  const measure = 'Quote → order → shipped → invoiced → paid'
  const found = await measured(run, { measure, aim: 36, run: () => chain(http, sell()) })
  await http.close()
  return found
}

async function chain(http: Http, draft: Record<string, unknown>): Promise<void> {
  const quote = await made(http, '/api/quote', draft)
  await act(http, 'quote', quote.id, 'send')
  const order = await opened(http, 'quote', quote.id, 'make-order')
  await act(http, 'order', order, 'confirm')
  const shipment = await opened(http, 'order', order, 'ship')
  const sent = await act(http, 'shipment', shipment, 'send')
  expect(sent.row?.status === 'sent', 'the goods did not leave')
  const invoice = await opened(http, 'order', order, 'invoice', { basis: 'shipped' })
  const issued = await act(http, 'invoice', invoice, 'issue')
  expect(issued.row?.total === quote.total, 'the invoice comes to another amount than the quote')
  const paid = await act(http, 'invoice', invoice, 'receive-payment', { method: 'bank' })
  expect(paid.row?.status === 'paid' && Number(paid.row.open) === 0, 'the invoice is not paid')
}

/** Drafts of ten lines for one of the first salesperson's customers. */
function seller({ customers, products }: Company): () => Record<string, unknown> {
  const buyers = buyersOf(customers, 0)
  const roll = dice(Date.now() % 100_000)
  return () => ({
    customer: buyers[roll(buyers.length)],
    lines: Array.from({ length: linesEach }, () => {
      const product = products[roll(products.length)]
      return {
        product: product?.id,
        description: product?.name,
        quantity: String(1 + roll(9)),
        unit: product?.unit,
        unitPrice: product?.price,
        taxPercent: '5',
      }
    }),
  })
}

async function made(http: Http, path: string, draft: unknown): Promise<WireRow> {
  const { row } = await http.post<WriteAnswer>(path, draft)
  if (!row) throw new Error(`Wrong answer: ${path} made nothing`)
  return row
}

function act(http: Http, entity: string, id: string, action: string, input: object = {}) {
  return http.post<WriteAnswer>(`/api/${entity}/${id}/${action}`, { input })
}

/** An action that opens what it made. @returns its id */
async function opened(
  http: Http,
  entity: string,
  id: string,
  action: string,
  input: object = {},
): Promise<string> {
  const { result } = await act(http, entity, id, action, input)
  const { id: made } = (result ?? {}) as { id?: string }
  if (!made) throw new Error(`Wrong answer: ${action} opened nothing`)
  return made
}
