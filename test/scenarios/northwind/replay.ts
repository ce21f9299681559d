/** Every Northwind order lives its life again: (quote →) order → shipment → invoice → receipt. */
import type { Client } from '../client.ts'
import type { House } from './import-masters.ts'
import { day, rawRows, type RawRow } from './raw.ts'

interface Made {
  row: { id: string }
  result?: { id: string }
}

export interface Replayed {
  /** Ids of documents whose writing was acknowledged. */
  acknowledged: { entity: string; id: string }[]
}

/** The last orders stay unpaid, each seventh is paid in two parts, each fifth begins as a quote. */
const unpaidFrom = 11_050
export const partsEvery = 7
export const quoteEvery = 5

/** Replays all orders with some writers at once; each order is one writer's from start to end. */
export async function replayOrders(
  client: Client,
  house: House,
  writers: number,
): Promise<Replayed> {
  const lines = Map.groupBy(rawRows('order-details'), (row) => row.orderID ?? '')
  const waiting = rawRows('orders')
  const done: Replayed = { acknowledged: [] }
  const write = async () => {
    for (let order = waiting.shift(); order; order = waiting.shift()) {
      await replayOrder(client, house, order, lines.get(order.orderID ?? '') ?? [], done)
    }
  }
  await Promise.all(Array.from({ length: writers }, write))
  return done
}

async function replayOrder(
  client: Client,
  house: House,
  order: RawRow,
  lines: RawRow[],
  done: Replayed,
): Promise<void> {
  const number = Number(order.orderID)
  const keep = (entity: string, id: string) => {
    done.acknowledged.push({ entity, id })
    return id
  }
  const key = (step: string) => `northwind-${number}-${step}`
  const head = headOf(house, order, lines)
  const id =
    number % quoteEvery === 0
      ? await orderByQuote(client, house, order, head, key, keep)
      : keep(
          'order',
          (await client.post<Made>('/api/order', { ...head, ...orderFields(order) }, key('order')))
            .row.id,
        )
  await client.post(`/api/order/${id}/confirm`, {}, key('confirm'))
  const shippedOn = day(order.shippedDate)
  if (shippedOn === null) return
  const shipment = await client.post<Made>(`/api/order/${id}/ship`, {}, key('ship'))
  const shipmentId = keep('shipment', shipment.result?.id ?? '')
  await patchOnce(client, `/api/shipment/${shipmentId}`, { shippedOn })
  await client.post(`/api/shipment/${shipmentId}/send`, {}, key('send'))
  const invoice = await client.post<Made>(`/api/order/${id}/invoice`, { input: {} }, key('invoice'))
  const invoiceId = keep('invoice', invoice.result?.id ?? '')
  await patchOnce(client, `/api/invoice/${invoiceId}`, { invoicedOn: shippedOn })
  await client.post(`/api/invoice/${invoiceId}/issue`, {}, key('issue'))
  if (number < unpaidFrom) await pay(client, house, order, invoiceId, shippedOn, key, keep)
}

function headOf(house: House, order: RawRow, lines: RawRow[]): Record<string, unknown> {
  return {
    customer: house.customers.get(order.customerID ?? ''),
    owner: house.employees.get(order.employeeID ?? ''),
    freight: order.freight,
    freightTaxPercent: '0',
    lines: lines.map((line) => ({
      product: house.products.get(line.productID ?? ''),
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      discountPercent: String(Math.round(Number(line.discount) * 100)),
      taxPercent: '0',
    })),
  }
}

function orderFields(order: RawRow): Record<string, unknown> {
  return {
    customerReference: order.orderID,
    orderedOn: day(order.orderDate),
    requiredOn: day(order.requiredDate),
  }
}

async function orderByQuote(
  client: Client,
  house: House,
  order: RawRow,
  head: Record<string, unknown>,
  key: (step: string) => string,
  keep: (entity: string, id: string) => string,
): Promise<string> {
  const quote = await client.post<Made>(
    '/api/quote',
    { ...head, quotedOn: day(order.orderDate) },
    key('quote'),
  )
  keep('quote', quote.row.id)
  await client.post(`/api/quote/${quote.row.id}/send`, {}, key('quote-send'))
  const made = await client.post<Made>(
    `/api/quote/${quote.row.id}/make-order`,
    {},
    key('make-order'),
  )
  const id = keep('order', made.result?.id ?? '')
  await patchOnce(client, `/api/order/${id}`, orderFields(order))
  return id
}

/** A change is the same however often it is sent. */
async function patchOnce(
  client: Client,
  path: string,
  fields: Record<string, unknown>,
): Promise<void> {
  await client.patch(path, fields)
}

async function pay(
  client: Client,
  house: House,
  order: RawRow,
  invoice: string,
  receivedOn: string,
  key: (step: string) => string,
  keep: (entity: string, id: string) => string,
): Promise<void> {
  const { row } = await client.get<{ row: { open: string } }>(`/api/invoice/${invoice}`)
  const parts = Number(order.orderID) % partsEvery === 0 ? ['10.00', null] : [null]
  for (const [index, part] of parts.entries()) {
    const open =
      index === 0
        ? row.open
        : (await client.get<{ row: { open: string } }>(`/api/invoice/${invoice}`)).row.open
    const amount = part !== null && Number(open) > Number(part) ? part : open
    if (Number(open) === 0) return
    const input = { amount, receivedOn, account: house.bank, method: 'bank' }
    const paid = await client.post<Made>(
      `/api/invoice/${invoice}/receive-payment`,
      { input },
      key(`pay-${index}`),
    )
    if (paid.result) keep('receipt', paid.result.id)
  }
}
