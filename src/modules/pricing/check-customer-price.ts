/** On one day a customer has one price of its own for a product, a currency and a quantity. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { sql } from '#kernel/db/sql.ts'
import type { Merged } from '#kernel/merge/merge.ts'
import type { Listener } from '#kernel/module.ts'
import type { Where } from '#kernel/query/where.ts'
import { Customer } from '#modules/customers/index.ts'
import { CustomerPrice } from './customer-price.entity.ts'

/**
 * Listens to what makes a price hold: create, update, restore.
 * @throws {Refusal} `customer-price.days-reversed`, `customer-price.overlaps` (409)
 */
export const checkCustomerPrice: Listener = async (ctx, facts) => {
  const row = facts.row as CustomerPrice
  const { validFrom, validUntil } = row
  if (validFrom !== null && validUntil !== null && validFrom > validUntil)
    fail('customer-price.days-reversed', {}, { field: 'validUntil' })
  // Two people who agree prices with one customer come one after the other.
  await ctx.lock(Customer, row.customer)
  const other = await ctx.first(CustomerPrice, sameStepAndDays(row))
  if (!other) return
  const { price, currency } = other
  fail('customer-price.overlaps', { price, currency }, { status: 409, field: 'validFrom' })
}

function sameStepAndDays(row: CustomerPrice): Where {
  const { id, customer, product, currency, fromQuantity, validFrom, validUntil } = row
  const apart: Where[] = [
    ...(validUntil === null ? [] : [{ validFrom: { over: validUntil } }]),
    ...(validFrom === null ? [] : [{ validUntil: { under: validFrom } }]),
  ]
  const same = { id: { not: id }, customer, product, currency, fromQuantity }
  return { ...same, ...(apart.length > 0 && { not: { any: apart } }) }
}

/** Two customers, or two products, become one, and what was agreed for the one stands twice. */
export function refuseTwice(field: 'customer' | 'product'): Listener {
  return async (ctx: Ctx, facts: Record<string, unknown>) => {
    const { keep } = facts as unknown as Merged
    const kept = field === 'customer' ? sql`a.customer` : sql`a.product`
    const twice = await ctx.sql(
      sql`select 1 from customer_price a join customer_price b
          on b.tenant = a.tenant and b.customer = a.customer and b.product = a.product
            and b.currency = a.currency and b.from_quantity = a.from_quantity and b.id > a.id
            and coalesce(b.valid_from <= a.valid_until, true)
            and coalesce(a.valid_from <= b.valid_until, true)
        where a.tenant = ${ctx.tenant} and ${kept} = ${keep}::uuid
          and a.deleted_at is null and b.deleted_at is null limit 1`,
    )
    if (twice.length > 0) fail('customer-price.twice', {}, { status: 409 })
  }
}
