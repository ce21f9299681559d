/** The demo company's opportunities, each taken through its stages on the days that it took. */
import { openCtx } from '#kernel/action/open-ctx.ts'
import type { Caller } from '#kernel/action/caller.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { write } from '#kernel/action/write.ts'
import type { House } from '#kernel/house.ts'
import { addDays } from '#kernel/time/date.ts'
import { Interaction } from '#modules/contacts/index.ts'
import { Contact } from '#modules/customers/index.ts'
import {
  enterStage,
  loseOpportunity,
  Opportunity,
  winOpportunity,
} from '#modules/opportunities/index.ts'
import { Product } from '#modules/products/index.ts'
import type { OnStep } from './load-business.ts'
import type { Masters } from './load-masters.ts'
import { deals } from './opportunities.ts'

type Deal = (typeof deals)[number]
type Buyer = Masters['customers'][number]

/** How many steps it takes. */
export const opportunitySteps = deals.length

const talks = ['電話了解需求,對方有興趣', '拜訪現場,確認規格', '討論方案與預算', '回覆報價問題']

export async function loadOpportunities(
  house: House,
  caller: Caller,
  { customers }: Masters,
  onStep: OnStep,
): Promise<void> {
  const buyers = customers.filter(({ currency }) => currency === 'TWD')
  for (const [index, deal] of deals.entries()) {
    const buyer = buyers[(index * 7 + 3) % buyers.length] as Buyer
    const own = { ...caller, person: { ...caller.person, id: buyer.owner } }
    const on = <T>(ago: number, work: (ctx: Ctx) => Promise<T>) => {
      const now = new Date(house.now().getTime() - ago * 86_400_000)
      return write(house, own, { now }, (unit) => work(openCtx(unit)))
    }
    const id = await on(deal.opened, async (ctx) => {
      await onStep(ctx, index + 1)
      return begin(ctx, deal, buyer)
    })
    for (let step = 1; step <= deal.steps; step += 1)
      await on(Math.max(deal.opened - step * deal.pace, 1), (ctx) => goOn(ctx, id, buyer, step))
    await on(Math.max(-deal.expected, 0), (ctx) => end(ctx, id, deal))
  }
}

async function begin(ctx: Ctx, deal: Deal, buyer: Buyer): Promise<string> {
  const known = await ctx.first(Contact, { customer: buyer.id, role: 'decides' })
  const contact = known ?? (await ctx.first(Contact, { customer: buyer.id }))
  // The offer goes to whoever decides.
  if (contact && !known && deal.steps > 2) await ctx.save(Contact, contact.id, { role: 'decides' })
  const products = []
  for (const [code, quantity] of deal.wants) {
    const product = await ctx.first(Product, { code })
    if (product) products.push({ product: product.id, quantity, unitPrice: product.price })
  }
  const { id } = await ctx.create(Opportunity, {
    name: deal.subject,
    customer: buyer.id,
    contact: contact?.id ?? null,
    owner: buyer.owner,
    product: products[0]?.product ?? null,
    // Of an enquiry less is known.
    products: deal.steps === 0 && deal.opened > 5 ? [] : products,
    expectedOn: addDays(ctx.today, deal.opened + deal.expected),
    source: deal.source,
    nextStep: deal.next === '' ? null : deal.next,
  })
  return id
}

/** A talk, what was to be done is done, and the next stage. */
async function goOn(ctx: Ctx, id: string, buyer: Buyer, step: number): Promise<void> {
  await ctx.create(Interaction, {
    customer: buyer.id,
    kind: step % 2 === 0 ? 'visit' : 'call',
    summary: talks[(step - 1) % talks.length] ?? '',
    result: 'interested',
    happenedAt: ctx.now.toISOString(),
    owner: buyer.owner,
  })
  const { checks } = await ctx.lock(Opportunity, id)
  await ctx.save(Opportunity, id, { checks: checks.map((check) => ({ ...check, done: true })) })
  await ctx.do(enterStage, id)
}

async function end(ctx: Ctx, id: string, { won, lost, rival }: Deal): Promise<void> {
  const on = ctx.today
  if (won) await ctx.do(winOpportunity, id, { on, winReason: won })
  if (lost) await ctx.do(loseOpportunity, id, { on, lossReason: lost, lostTo: rival ?? null })
}
