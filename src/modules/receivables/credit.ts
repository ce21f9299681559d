/** Credit: orders hold it, invoices use it, receipts free it; the account's row is the lock. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { sql } from '#kernel/db/sql.ts'
import {
  compare,
  isNegative,
  isZero,
  minus,
  negate,
  plus,
  type Decimal,
} from '#kernel/money/decimal.ts'
import { Customer } from '#modules/customers/index.ts'
import type { CustomerAccount } from './customer-account.entity.ts'

export type AccountFigures = Pick<
  CustomerAccount,
  'invoiced' | 'received' | 'open' | 'advance' | 'held'
>

/** The customer's account, locked until the transaction ends; made when it is the first time. */
export async function lockAccount(ctx: Ctx, customer: string): Promise<AccountFigures> {
  const row = await readAccount(ctx, customer)
  if (row) return row
  await ctx.sql(
    sql`insert into customer_account
        (tenant, id, customer, invoiced, received, open, advance, held, created_at, updated_at)
      values (${ctx.tenant}, ${ctx.newId()}, ${customer}, 0, 0, 0, 0, 0, ${ctx.now}, ${ctx.now})
      on conflict (tenant, customer) do nothing`,
  )
  const made = await readAccount(ctx, customer)
  if (!made) throw new Error(`No account for customer ${customer}`)
  return made
}

async function readAccount(ctx: Ctx, customer: string): Promise<AccountFigures | undefined> {
  const [row] = await ctx.sql<AccountFigures>(
    sql`select invoiced, received, open, advance, held from customer_account
      where tenant = ${ctx.tenant} and customer = ${customer}::uuid for update`,
  )
  return row
}

/** Adds to figures of the customer's account, in one statement; it is locked from then on. */
export async function addToAccount(
  ctx: Ctx,
  customer: string,
  add: Partial<AccountFigures>,
): Promise<void> {
  const figure = (name: keyof AccountFigures) => add[name] ?? '0'
  await ctx.sql(
    sql`insert into customer_account as a
        (tenant, id, customer, invoiced, received, open, advance, held, created_at, updated_at)
      values (${ctx.tenant}, ${ctx.newId()}, ${customer}, ${figure('invoiced')},
        ${figure('received')}, ${figure('open')}, ${figure('advance')}, ${figure('held')},
        ${ctx.now}, ${ctx.now})
      on conflict (tenant, customer) do update
      set invoiced = a.invoiced + excluded.invoiced, received = a.received + excluded.received,
        open = a.open + excluded.open, advance = a.advance + excluded.advance,
        held = a.held + excluded.held, updated_at = excluded.updated_at, version = a.version + 1`,
  )
}

/**
 * Brings figures of accounts to what the rows behind them say, e.g. after customers were merged.
 * @param count what the figures are, asked once nobody else changes the account
 */
export async function recountAccounts(
  ctx: Ctx,
  customers: readonly string[],
  count: (customer: string) => Promise<Partial<AccountFigures>>,
): Promise<void> {
  for (const customer of [...customers].sort()) {
    const account = await readAccount(ctx, customer)
    const counted = Object.entries(await count(customer)) as [keyof AccountFigures, Decimal][]
    const add = counted.map(
      ([name, value]) => [name, minus(value, account?.[name] ?? '0')] as const,
    )
    if (add.some(([, value]) => !isZero(value)))
      await addToAccount(ctx, customer, Object.fromEntries(add))
    forgetEmpty(ctx, customer)
  }
}

/** An account on which nothing stands is as good as none. */
function forgetEmpty(ctx: Ctx, customer: string): void {
  ctx.send(
    sql`delete from customer_account
      where tenant = ${ctx.tenant} and customer = ${customer}::uuid
        and invoiced = 0 and received = 0 and open = 0 and advance = 0 and held = 0`,
  )
}

/**
 * Sets credit aside for an order. Two orders of one customer wait for each other here.
 * @param amount in base currency
 * @throws {Refusal} `credit.over-limit` with limit, used and wanted
 */
export async function holdCredit(ctx: Ctx, customer: string, amount: Decimal): Promise<void> {
  if (await holdWithinLimit(ctx, customer, amount)) return
  const account = await lockAccount(ctx, customer)
  const { creditLimit: limit } = await ctx.find(Customer, customer, { deleted: true })
  const used = minus(plus(account.open, account.held), account.advance)
  if (limit !== null && compare(plus(used, amount), limit) > 0) {
    fail('credit.over-limit', { limit, used, wanted: amount }, { status: 409 })
  }
  await addToAccount(ctx, customer, { held: amount })
}

/** In one statement; false where the customer has no account yet, or the limit is in the way. */
async function holdWithinLimit(ctx: Ctx, customer: string, amount: Decimal): Promise<boolean> {
  const held = await ctx.sql(
    sql`update customer_account a
      set held = a.held + ${amount}, updated_at = ${ctx.now}, version = a.version + 1
      from customer c
      where a.tenant = ${ctx.tenant} and a.customer = ${customer}::uuid
        and c.tenant = ${ctx.tenant} and c.id = a.customer
        and (c.credit_limit is null or a.open + a.held - a.advance + ${amount} <= c.credit_limit)
      returning 1`,
  )
  return held.length > 0
}

/** Lets go what an order held; never more than is held. */
export async function releaseCredit(ctx: Ctx, customer: string, amount: Decimal): Promise<void> {
  if (isNegative(amount)) return addToAccount(ctx, customer, { held: negate(amount) })
  await ctx.sql(
    sql`update customer_account
      set held = greatest(held - ${amount}, 0), updated_at = ${ctx.now}, version = version + 1
      where tenant = ${ctx.tenant} and customer = ${customer}::uuid`,
  )
}
