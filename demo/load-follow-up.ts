/** What the demo company knows of its customers: talks, cadences, the pool and the life cycle. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { addDays } from '#kernel/time/date.ts'
import { Cadence, Interaction } from '#modules/contacts/index.ts'
import { Contact, Customer, CustomerRelation } from '#modules/customers/index.ts'
import {
  activateStageRule,
  movedWhere,
  moveCustomers,
  StageGuide,
  StageRule,
  StageTick,
  stopStageRule,
} from '#modules/life-cycle/index.ts'
import {
  activateRule,
  giveByDealing,
  Pool,
  PoolEntry,
  putInPool,
  RecallRule,
} from '#modules/pools/index.ts'
import { checkIn, finishVisit, Visit } from '#modules/visits/index.ts'
import type { Masters } from './load-masters.ts'
import { claimed, forgotten, prospects, purposes, stageDays, talks } from './follow-up.ts'

const daysBack = 60
const talksInAll = 72

/** @param people ids of the users by e-mail */
export async function loadFollowUp(
  ctx: Ctx,
  masters: Masters,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const begun = await addProspects(ctx, people)
  await addCadences(ctx)
  await addTalks(ctx, [...masters.customers, ...begun])
  await addVisits(ctx, masters.customers, people)
  await addPool(ctx, people)
  await addRelations(ctx, masters.customers)
  await addLifeCycle(ctx)
}

type Followed = Pick<Masters['customers'][number], 'id' | 'owner'>

async function addProspects(ctx: Ctx, people: ReadonlyMap<string, string>): Promise<Followed[]> {
  const owner = people.get('sales@demo.local') ?? ''
  const made: Followed[] = []
  for (const prospect of prospects) {
    const { id } = await ctx.create(Customer, { ...prospect, kind: 'company', owner })
    made.push({ id, owner })
  }
  return made
}

async function addTalks(ctx: Ctx, customers: readonly Followed[]): Promise<void> {
  const contacts = await ctx.list(Contact, { isPrimary: true }, { limit: 1000 })
  const contactOf = new Map(contacts.map(({ customer, id }) => [customer, id]))
  for (let index = 0; index < talksInAll; index += 1) {
    const customer = customers[(index * 11) % customers.length]
    const talk = talks[index % talks.length]
    if (!customer || !talk) continue
    const age = Math.round(daysBack - (index * (daysBack - 1)) / talksInAll)
    const at = workingHour(addDays(ctx.today, -age), index)
    const isNext = age < 12 && index % 3 !== 0
    await ctx.create(Interaction, {
      ...talk,
      customer: customer.id,
      contact: contactOf.get(customer.id) ?? null,
      owner: customer.owner,
      happenedAt: at,
      minutes: talk.kind === 'mail' ? null : 5 + ((index * 7) % 40),
      ...(isNext ? { nextOn: addDays(ctx.today, (index % 9) - 1) } : { nextStep: null }),
    })
  }
}

/** Between nine and five in Taipei. */
function workingHour(day: string, index: number): string {
  const minutes = 60 + ((index * 97) % 480)
  return new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000).toISOString()
}

async function addCadences(ctx: Ctx): Promise<void> {
  await ctx.create(Cadence, {
    name: 'A 級客戶',
    customers: { level: 'A' },
    everyDays: 14,
    channel: 'call',
    step: '了解近期需求與交期',
  })
  await ctx.create(Cadence, {
    name: '意向客戶',
    customers: { stage: 'prospect' },
    everyDays: 7,
    channel: 'call',
    step: '確認需求，推進到下一步驟',
  })
  await ctx.create(Cadence, { name: '其他客戶', everyDays: 45, channel: 'mail' })
}

/** Some supply others, and two make what others look for. */
async function addRelations(ctx: Ctx, customers: Masters['customers']): Promise<void> {
  const [a, b, c, d] = customers
  if (!a || !b || !c || !d) return
  await ctx.create(CustomerRelation, { customer: a.id, kind: 'supplies', other: b.id })
  await ctx.create(CustomerRelation, { customer: c.id, kind: 'partner', other: b.id })
  await ctx.save(Customer, c.id, { tags: ['感測器'] })
  await ctx.save(Customer, d.id, { tags: ['氣壓元件'] })
}

/** Some were made, one was missed, and a day of them lies ahead. */
async function addVisits(
  ctx: Ctx,
  customers: Masters['customers'],
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const owner = people.get('sales@demo.local') ?? ''
  const own = customers.filter((one) => one.owner === owner)
  for (const [index, purpose] of purposes.entries()) {
    const customer = own[(index * 3) % own.length]
    if (!customer) continue
    const { address } = await ctx.find(Customer, customer.id)
    const plannedOn = addDays(ctx.today, index < 5 ? index - 6 : Math.floor((index - 5) / 4))
    const visit = await ctx.create(Visit, {
      customer: customer.id,
      purpose,
      plannedOn,
      owner,
      place: address,
    })
    if (index >= 4) continue
    const at = workingHour(plannedOn, index)
    await ctx.do(checkIn, visit.id, { at, where: address })
    const left = new Date(Date.parse(at) + 40 * 60_000).toISOString()
    await ctx.do(finishVisit, visit.id, { at: left, summary: `${purpose}，已完成。` })
  }
}

async function addPool(ctx: Ctx, people: ReadonlyMap<string, string>): Promise<void> {
  const members = ['sales@demo.local', 'lead@demo.local'].flatMap(
    (email) => people.get(email) ?? [],
  )
  const pool = await ctx.create(Pool, {
    name: '公海',
    members,
    claimsPerDay: 5,
    customersInHand: 60,
    coolingDays: 30,
  })
  const made: string[] = []
  for (const customer of forgotten) {
    const { id } = await ctx.create(Customer, { ...customer, kind: 'company', owner: null })
    made.push(id)
  }
  await putInPool(ctx, pool.id, made, 'new')
  await claimSome(ctx, pool.id, members)
  const rule = await ctx.create(RecallRule, {
    name: '意向客戶 90 天未聯繫',
    pool: pool.id,
    when: 'no-contact',
    days: 90,
    warnDays: 7,
    customers: { stage: 'prospect' },
  })
  await ctx.do(activateRule, rule.id)
}

/** Two were claimed: with one somebody has spoken since, the other waits to be called. */
async function claimSome(ctx: Ctx, pool: string, members: readonly string[]): Promise<void> {
  const [owner = ''] = members
  const names = claimed.map(({ name }) => name)
  const made: string[] = []
  for (const customer of claimed)
    made.push((await ctx.create(Customer, { ...customer, kind: 'company', owner: null })).id)
  await putInPool(ctx, pool, made, 'no-contact')
  const entries = await ctx.list(PoolEntry, { pool, customer: made })
  for (const { id } of entries) await ctx.do(giveByDealing, id, { person: owner })
  const first = entries.find(({ name }) => name === names[0])
  if (!first) return
  await ctx.create(Interaction, {
    customer: first.customer,
    owner,
    kind: 'call',
    direction: 'out',
    happenedAt: ctx.now.toISOString(),
    summary: '領取後首次聯繫，對方有意願了解報價。',
  })
}

/** They look back as far as the business of the demo company goes, and wait until it is there. */
export async function holdStageRules(ctx: Ctx): Promise<void> {
  const rules = await ctx.list(StageRule, {}, { sort: 'order' })
  for (const [at, [name, customers]] of stageDays.entries()) {
    const { id = '' } = rules[at] ?? {}
    await ctx.do(stopStageRule, id, {})
    await ctx.save(StageRule, id, { name, customers })
  }
}

async function addLifeCycle(ctx: Ctx): Promise<void> {
  for (const rule of await ctx.list(StageRule, {}, { sort: 'order' })) {
    const moved = await ctx.list(Customer, movedWhere(rule), { limit: 1000 })
    await ctx.do(activateStageRule, rule.id, { confirmed: moved.length })
  }
  await moveCustomers(ctx, { after: null, most: 1000 })
  await tickSome(ctx)
}

/** With most that are interested the first items of the checklist are done. */
async function tickSome(ctx: Ctx): Promise<void> {
  const items = (await ctx.first(StageGuide, { stage: 'prospect' }))?.items ?? []
  const interested = await ctx.list(Customer, { stage: 'prospect', owner: { empty: false } })
  for (const [index, { id: customer }] of interested.entries())
    for (const { text = null } of items.slice(0, index % 3))
      await ctx.create(StageTick, { customer, stage: 'prospect', item: text })
}
