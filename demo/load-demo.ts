/** Fills the first start with a believable trading company, through the doors that people use. */
import { administrator, program } from '#kernel/access/person.ts'
import { openCtx } from '#kernel/action/open-ctx.ts'
import type { Caller } from '#kernel/action/caller.ts'
import { write } from '#kernel/action/write.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import type { House } from '#kernel/house.ts'
import { createCompany } from '#kernel/session/set-up.ts'
import { givePassword } from '#kernel/session/credential.ts'
import { User } from '#modules/people/index.ts'
import { setUpCompany } from '#app/set-up-company.ts'
import type { Account } from '#kernel/session/door.ts'
import { loadBusiness, orders, type OnStep } from './load-business.ts'
import { holdStageRules, loadFollowUp } from './load-follow-up.ts'
import { loadTasks } from './load-tasks.ts'
import { loadTelesales } from './load-telesales.ts'
import { loadKnowledge } from './load-knowledge.ts'
import { loadLeads } from './load-leads.ts'
import { loadMessages } from './load-messages.ts'
import { loadMasters } from './load-masters.ts'
import { loadOpportunities, opportunitySteps } from './load-opportunities.ts'
import { loadPlans, planSteps } from './load-plans.ts'
import { loadSuggestions } from './load-suggestions.ts'
import { loadWaybills } from './load-waybills.ts'
import { demoPassword, demoUsers } from './people.ts'

/** Loads the demo company; takes some seconds. */
export async function loadDemo(house: House, say: (line: string) => void): Promise<string> {
  say('Loading the demo company …')
  const [owner] = demoUsers
  const { tenant, user } = await createCompany(
    house,
    {
      company: '衡策貿易股份有限公司',
      country: 'TW',
      currency: 'TWD',
      timeZone: 'Asia/Taipei',
      locale: 'zh-Hant',
      name: owner.name,
      email: owner.email,
      password: demoPassword,
    },
    setUpCompany,
  )
  const people = await fillDemo(house, { tenant, user })
  for (const id of people.values())
    if (id !== user) await givePassword(house, { tenant, user: id }, demoPassword)
  return tenant
}

/** Steps until what was said and is to be done stands there: people, masters, trades, deals. */
const workSteps = 3 + orders + opportunitySteps

/** Steps it takes in all: plans and reports tell of the rest. */
export const demoSteps = workSteps + planSteps

/**
 * Fills a company that is furnished and otherwise empty.
 * @param onStep in the transaction of each step, which fails with it
 * @returns ids of the users by e-mail
 */
export async function fillDemo(
  house: House,
  { tenant, user }: Account,
  onStep: OnStep = async () => {},
): Promise<Map<string, string>> {
  const person = { ...program, id: user, roles: [administrator] }
  const caller: Caller = { tenant, person, via: 'setup' }
  const within = <T>(done: number, work: (ctx: Ctx) => Promise<T>) =>
    write(house, caller, {}, async (unit) => {
      const ctx = openCtx(unit)
      await onStep(ctx, done)
      return work(ctx)
    })
  const people = await within(1, async (ctx) => {
    await holdStageRules(ctx)
    return addPeople(ctx)
  })
  const masters = await within(2, (ctx) => loadMasters(ctx, people))
  await loadBusiness(house, caller, masters, (ctx, done) => onStep(ctx, done + 2))
  await loadOpportunities(house, caller, masters, (ctx, done) => onStep(ctx, done + 2 + orders))
  await within(workSteps, async (ctx) => {
    await loadFollowUp(ctx, masters, people)
    await loadTasks(ctx, masters)
    await loadKnowledge(ctx, people)
    await loadLeads(ctx, people)
    await loadTelesales(ctx, people)
    await loadMessages(ctx, people)
    await loadSuggestions(ctx, people)
    await loadWaybills(ctx)
  })
  const company = { house, caller, masters, people }
  await loadPlans(company, (ctx, done) => onStep(ctx, workSteps + done))
  return people
}

/** @returns ids of the users by e-mail */
async function addPeople(ctx: Ctx): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const known = await ctx.list(User, {})
  for (const row of known) ids.set(row.email, row.id)
  for (const { name, email, post: title, roles } of demoUsers) {
    if (ids.has(email)) continue
    const user = await ctx.create(User, {
      name,
      email,
      title,
      roles: [...roles],
      locale: 'zh-Hant',
    })
    ids.set(email, user.id)
  }
  const lead = ids.get('lead@demo.local') ?? null
  const [sales, manager] = [ids.get('sales@demo.local'), ids.get('manager@demo.local')]
  if (sales) await ctx.save(User, sales, { reportsTo: lead })
  if (lead && manager) await ctx.save(User, lead, { reportsTo: manager })
  return ids
}
