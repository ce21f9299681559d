/** Telesales of the demo company: line, results, script, two call lists and the calls so far. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { addDays } from '#kernel/time/date.ts'
import { Customer } from '#modules/customers/index.ts'
import { Lead } from '#modules/leads/index.ts'
import { User } from '#modules/people/index.ts'
import { CallResult, PhoneCall, PhoneLine } from '#modules/telephony/index.ts'
import {
  CallEntry,
  CallingHours,
  CallList,
  CallScript,
  dealList,
  recordCall,
} from '#modules/telesales/index.ts'
import { hours, line, lists, results, said, script } from './telesales.ts'

/** @param people ids of the users by e-mail */
export async function loadTelesales(ctx: Ctx, people: ReadonlyMap<string, string>): Promise<void> {
  const [agent, lead] = ['sales@demo.local', 'lead@demo.local'].map((one) => people.get(one) ?? '')
  if (!agent || !lead) return
  await ctx.save(User, agent, { extension: '201' })
  await ctx.save(User, lead, { extension: '200' })
  const { id: lineId } = await ctx.create(PhoneLine, line)
  const { id: hoursId } = await ctx.create(CallingHours, hours)
  const { id: scriptId } = await ctx.create(CallScript, script)
  const ids = new Map<string, string>()
  for (const result of results) ids.set(result.name, (await ctx.create(CallResult, result)).id)
  const shared = { line: lineId, hours: hoursId, script: scriptId, owner: lead }
  for (const list of lists) {
    const { id } = await ctx.create(CallList, {
      ...list,
      ...shared,
      members: [agent, lead],
      endsOn: addDays(ctx.today, 45),
    })
    await fill(ctx, id, list.name)
    await ctx.do(dealList, id, { rule: 'round', most: 200 })
  }
  await callSome(ctx, ids)
  await addIncoming(ctx, agent, lineId)
}

async function fill(ctx: Ctx, list: string, name: string): Promise<void> {
  if (name === lists[1].name) {
    const leads = await ctx.list(Lead, { status: ['new', 'qualified'] }, { limit: 6 })
    for (const { id: lead } of leads) await ctx.create(CallEntry, { list, lead })
    return
  }
  const calm = { stage: ['dormant', 'active'], phone: { empty: false } } as const
  const customers = await ctx.list(Customer, calm, { sort: 'number', limit: 22 })
  const callable = customers.filter(({ refuses }) => !refuses?.includes('call'))
  for (const { id: customer } of callable) await ctx.create(CallEntry, { list, customer })
}

const hourMs = 3_600_000

/** Over the last days, at the hours of the office. */
async function callSome(ctx: Ctx, results: ReadonlyMap<string, string>): Promise<void> {
  const entries = await ctx.list(CallEntry, { status: 'waiting' }, { sort: 'createdAt' })
  for (const [index, { result, summary, seconds, callbackInHours }] of said.entries()) {
    const entry = entries[index]
    const id = results.get(result)
    if (!entry || !id) continue
    const day = addDays(ctx.today, -1 - (index % 6))
    const began = Date.parse(`${day}T01:00:00Z`) + ((index * 5) % 8) * hourMs + index * 60_000
    const callback = ctx.now.getTime() + (callbackInHours ?? 0) * hourMs
    await ctx.do(recordCall, entry.id, {
      result: id,
      summary,
      seconds,
      startedAt: new Date(began).toISOString(),
      ...(callbackInHours && { callbackAt: new Date(callback).toISOString() }),
    })
  }
}

/** Somebody called; the one that was missed has no record yet. */
async function addIncoming(ctx: Ctx, owner: string, line: string): Promise<void> {
  const [customer] = await ctx.list(Customer, { owner, phone: { empty: false } }, { limit: 1 })
  const began = new Date(ctx.now.getTime() - 3 * hourMs)
  await ctx.create(PhoneCall, {
    callId: 'demo-1',
    number: customer?.phone ?? null,
    customer: customer?.id ?? null,
    direction: 'in',
    owner,
    line,
    startedAt: began.toISOString(),
    endedAt: new Date(began.getTime() + 20_000).toISOString(),
    seconds: 0,
  })
}
