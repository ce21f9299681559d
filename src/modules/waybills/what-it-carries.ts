/** What a waybill carries is of its customer, and is found at each order that it brings. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { Invoice } from '#modules/invoices/index.ts'
import { Shipment } from '#modules/shipping/index.ts'
import type { Waybill, WaybillLine } from './waybill.entity.ts'

type Part = Pick<WaybillLine, 'shipment' | 'invoice' | 'order'> & { id?: string }

/** By the id of a shipment or an invoice: the orders that it serves. */
type Served = ReadonlyMap<string, readonly Invoice['order'][]>

/**
 * @returns the lines with an order each; a line more for each order that none names
 * @throws {Refusal} `waybill.carries-nothing`, `waybill.shipment-of-another`,
 *   `waybill.invoice-of-another` at the line
 */
export async function carriedLines(ctx: Ctx, { customer, lines }: Waybill): Promise<Part[]> {
  const empty = lines.findIndex((line) => line.shipment === null && line.invoice === null)
  if (empty !== -1) fail('waybill.carries-nothing', {}, { field: `lines.${empty}.shipment` })
  const [shipments, invoices] = [await shipmentsOf(ctx, lines), await invoicesOf(ctx, lines)]
  for (const [index, { shipment, invoice }] of lines.entries()) {
    const sent = shipments.find(({ id }) => id === shipment)
    if (sent && sent.customer !== customer)
      fail('waybill.shipment-of-another', factsOf(sent), { field: `lines.${index}.shipment` })
    const billed = invoices.find(({ id }) => id === invoice)
    if (billed && billed.customer !== customer)
      fail('waybill.invoice-of-another', factsOf(billed), { field: `lines.${index}.invoice` })
  }
  const served: Served = new Map([
    ...shipments.map((one) => [one.id as string, ordersIn(one.lines)] as const),
    ...invoices.map((one) => [one.id as string, billedOrders(one)] as const),
  ])
  const byThing = Map.groupBy(lines, ({ shipment, invoice }) => shipment ?? invoice ?? '')
  return [...byThing].flatMap(([thing, parts]) => withOrders(thing, parts, served))
}

const factsOf = ({ number }: { number: string }) => ({ number })

/** The orders that an invoice bills. */
export function billedOrders({ order, lines }: Invoice): Invoice['order'][] {
  const named = ordersIn(lines)
  return named.length > 0 ? named : [order].filter((one) => one !== null)
}

export function ordersIn(lines: readonly { order: Invoice['order'] }[]): Invoice['order'][] {
  return [...new Set(lines.flatMap(({ order }) => order ?? []))]
}

/** An order that a line names already stays there; else that of its invoice, else the next. */
function withOrders(thing: string, parts: readonly Part[], served: Served): Part[] {
  const orders = served.get(thing) ?? []
  const left = new Set(orders)
  const named = parts.map((part) => {
    const billed = served.get(part.invoice ?? '') ?? []
    const wanted = [part.order, ...billed].find((order) => left.has(order))
    if (wanted !== undefined) left.delete(wanted)
    return { ...part, order: wanted ?? null }
  })
  const lines = named.map((part) => {
    const [next = orders[0] ?? null] = part.order === null ? left : [part.order]
    left.delete(next)
    return { ...part, order: next }
  })
  const [first] = lines
  const isShipped = first?.shipment !== null
  const billing = (order: Invoice['order']) =>
    lines.find(({ invoice }) => served.get(invoice ?? '')?.includes(order))?.invoice ?? null
  const more = [...left].map((order) => {
    return { shipment: isShipped ? first?.shipment : null, invoice: billing(order), order }
  })
  return [...lines, ...more] as Part[]
}

function shipmentsOf(ctx: Ctx, lines: readonly Part[]): Promise<Shipment[]> {
  const ids = lines.flatMap(({ shipment }) => shipment ?? [])
  if (ids.length === 0) return Promise.resolve([])
  return ctx.list(Shipment, { id: { in: ids } }, { withLines: true })
}

function invoicesOf(ctx: Ctx, lines: readonly Part[]): Promise<Invoice[]> {
  const ids = lines.flatMap(({ invoice }) => invoice ?? [])
  if (ids.length === 0) return Promise.resolve([])
  return ctx.list(Invoice, { id: { in: ids } }, { withLines: true })
}
