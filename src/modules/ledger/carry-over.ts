/** Customers become one, or two again: what stands on them in the book is carried over. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import type { Merged } from '#kernel/merge/merge.ts'
import type { Unmerged } from '#kernel/merge/unmerge.ts'
import { negate, type Decimal } from '#kernel/money/decimal.ts'
import { Customer } from '#modules/customers/index.ts'
import { mirrored, openEntries, post } from './post.ts'

/** What stands on a customer in one account and currency; debit positive. */
interface Rest {
  account: string
  currency: string
  base: Decimal
  amount: Decimal
}

/** Lines of the one that goes stay as posted; an entry moves their rest to the one that stays. */
export async function carryOver(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const { keep, drop } = facts as unknown as Merged
  const rests = await ctx.sql<Rest>(sql`
    select account, currency, sum(debit - credit) as base, sum(amount) as amount from ledger_line
    where tenant = ${ctx.tenant} and customer = ${drop}::uuid
    group by account, currency having sum(debit - credit) <> 0 order by account, currency`)
  const [from, to] = [await nameOf(ctx, drop), await nameOf(ctx, keep)]
  await post(ctx, {
    on: ctx.today,
    why: ctx.words('{from} merged into {to}', { from, to }),
    source: sourceOf(drop),
    lines: rests.flatMap((rest) => transferred(rest, drop, keep)),
  })
}

/** The way back, with what the documents that go back have posted in the meantime. */
export async function carryBack(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const { keep, drop, moved, since } = facts as unknown as Unmerged
  const [came] = await openEntries(ctx, sourceOf(drop))
  const posted = await ctx.sql<Rest>(sql`
    select l.account, l.currency, sum(l.debit - l.credit) as base, sum(l.amount) as amount
    from ledger_line l join ledger_entry e on e.tenant = l.tenant and e.id = l.parent
    where l.tenant = ${ctx.tenant} and l.customer = ${keep}::uuid
      and e.record = any(${moved}::uuid[]) and e.id > ${since}::uuid
    group by l.account, l.currency having sum(l.debit - l.credit) <> 0
    order by l.account, l.currency`)
  const [from, to] = [await nameOf(ctx, drop), await nameOf(ctx, keep)]
  await post(ctx, {
    on: ctx.today,
    why: ctx.words('{from} no longer merged into {to}', { from, to }),
    source: sourceOf(drop),
    lines: [
      ...mirrored(came?.lines ?? [], null),
      ...posted.flatMap((rest) => transferred(rest, keep, drop)),
    ],
    ...(came ? { reverses: came.id } : {}),
  })
}

function sourceOf(drop: string) {
  return { entity: 'customer', record: drop }
}

async function nameOf(ctx: Ctx, customer: string): Promise<string> {
  const { number, name } = await ctx.find(Customer, customer, { deleted: true })
  return `${number} ${name}`
}

function transferred({ account, currency, base, amount }: Rest, from: string, to: string) {
  return [
    { account, customer: from, credit: base, currency, amount: negate(amount) },
    { account, customer: to, debit: base, currency, amount },
  ]
}
