/** Orders, invoices and what they mean in the books, for tests of the money side. */
import type { World } from '#kernel/testing/world.ts'
import type { Draft } from '#kernel/entity/entity.ts'
import { isZero, minus, normal, plus } from '#kernel/money/decimal.ts'
import { Account, LedgerEntry } from '#modules/ledger/index.ts'
import { confirmOrder, Order } from '#modules/orders/index.ts'
import { draftOrder, type Shop } from '#modules/orders/testing/shop.ts'
import { CustomerAccount } from '#modules/receivables/index.ts'
import { Invoice, invoiceOrder, issueInvoice } from '../index.ts'

export async function confirmedOrder(
  shop: Shop,
  quantities: readonly string[],
  more: Draft<typeof Order> = {},
): Promise<Order> {
  const order = await draftOrder(shop, quantities, more)
  await shop.seller.do(confirmOrder, order.id)
  return order
}

/** What an action opened. */
export const idOf = ({ result }: { result?: unknown }): string => (result as { id: string }).id

/** A draft of all that is ordered and not invoiced yet. */
export async function draftOf(world: World, order: string): Promise<Invoice> {
  const made = await world.program.do(invoiceOrder, order, { basis: 'ordered' })
  return world.program.see(Invoice, idOf(made))
}

/** An issued invoice of one service, tax excluded, on no order. */
export async function issued(
  world: World,
  shop: Shop,
  net: string,
  more: Draft<typeof Invoice> = {},
): Promise<Invoice> {
  const line = { product: shop.service, quantity: '1', unitPrice: net, taxPercent: '0' }
  const draft = { customer: shop.customer, lines: [line], ...more }
  const { id } = await world.program.create(Invoice, draft)
  await world.program.do(issueInvoice, id)
  return seeInvoice(world, id)
}

export const seeInvoice = (world: World, id: string): Promise<Invoice> =>
  world.program.see(Invoice, id)

/** The figures of a customer's account, in their shortest form. */
export async function accountOf(world: World, shop: Shop): Promise<Record<string, string>> {
  const [account] = await world.program.list(CustomerAccount, {
    where: { customer: shop.customer },
  })
  const { invoiced = '0', received = '0', open = '0', advance = '0', held = '0' } = account ?? {}
  const figures = Object.entries({ invoiced, received, open, advance, held })
  return Object.fromEntries(figures.map(([name, amount]) => [name, normal(amount)]))
}

/** What a document moved, by the role of the account: debit positive, in base currency. */
export async function movedBy(world: World, record: string): Promise<Record<string, string>> {
  return world.within(async (ctx) => {
    const entries = await ctx.list(LedgerEntry, { record }, { withLines: true })
    const roles = new Map((await ctx.list(Account, {})).map(({ id, role }) => [id as string, role]))
    const moved: Record<string, string> = {}
    for (const line of entries.flatMap((entry) => entry.lines)) {
      const role = roles.get(line.account) ?? line.account
      moved[role] = plus(moved[role] ?? '0', minus(line.debit, line.credit))
    }
    return Object.fromEntries(Object.entries(moved).filter(([, amount]) => !isZero(amount)))
  })
}
