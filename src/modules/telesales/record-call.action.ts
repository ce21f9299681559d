/** A call from a list is over: its result decides whether and when to call again. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { dateIn } from '#kernel/time/instant.ts'
import { Customer } from '#modules/customers/index.ts'
import { Lead } from '#modules/leads/index.ts'
import { CallResult, PhoneCall, toldBySystem, writeDown } from '#modules/telephony/index.ts'
import { CallEntry, ownEntries } from './call-entry.entity.ts'
import { CallList } from './call-list.entity.ts'
import { calledOf, refuseUncallable, type Called } from './called.ts'

const usualHours = 4

export const recordCall = defineAction(CallEntry, {
  name: 'record-call',
  label: 'Save the call',
  from: ['waiting', 'later'],
  to: ['later', 'done'],
  allow: { ...ownEntries, manager: 'all' },
  tone: 'primary',
  input: {
    result: f.ref('call-result', { required: true, label: 'Call result', pick: { active: true } }),
    summary: f.longText({ maxLength: 5000, label: 'Summary' }),
    callbackAt: f.instant({ label: 'Call back at' }),
    contact: f.ref('contact', { label: 'Contact' }),
    number: f.phone({ label: 'Telephone number' }),
    startedAt: f.instant({ label: 'Began' }),
    seconds: f.integer({ min: '0', max: '86400', label: 'Talk time in seconds' }),
  },
  async run(ctx, entry, said) {
    const list = await ctx.find(CallList, entry.list)
    const result = await resultOf(ctx, list, said.result)
    const called = await calledOf(ctx, entry)
    refuseUncallable(called)
    refusePast(ctx, result, said)
    const attempts = entry.attempts + 1
    const isDone = result.closes || result.optsOut || isGivenUp(list, result, attempts)
    const nextCallAt = isDone ? null : nextCall(ctx, result, said.callbackAt)
    const agent = entry.owner ?? ctx.me
    const call = await keepCall(ctx, { entry, called, result, agent }, said)
    await noteTalk(ctx, call, result, said.summary, nextCallAt)
    if (result.optsOut) await keepAway(ctx, called, entry.id)
    await ctx.save(CallEntry, entry.id, {
      attempts,
      nextCallAt,
      owner: agent,
      lastResult: result.id,
      lastCalledAt: call.startedAt,
    })
    return { to: isDone ? ('done' as const) : ('later' as const), result: { call: call.id } }
  },
})

interface Said {
  summary: string | null
  callbackAt: string | null
  contact: string | null
  number: string | null
  startedAt: string | null
  seconds: number | null
}

async function resultOf(ctx: Ctx, { results, name }: CallList, id: string): Promise<CallResult> {
  const isOffered = !results?.length || results.includes(id)
  if (!isOffered) fail('call-entry.result-not-of-list', { list: name }, { field: 'result' })
  return ctx.find(CallResult, id)
}

function refusePast(ctx: Ctx, { wantsCallback, name }: CallResult, said: Said): void {
  const { callbackAt, startedAt } = said
  const now = ctx.now.toISOString()
  if (wantsCallback && callbackAt === null)
    fail('call-entry.callback-missing', { result: name }, { field: 'callbackAt' })
  if (callbackAt !== null && callbackAt <= now)
    fail('call-entry.callback-is-past', {}, { field: 'callbackAt' })
  if (startedAt !== null && startedAt > now)
    fail('interaction.in-future', {}, { field: 'startedAt' })
}

/** Nobody was reached so often that it is enough. */
function isGivenUp({ mostAttempts }: CallList, { reached }: CallResult, attempts: number): boolean {
  return !reached && attempts >= mostAttempts
}

function nextCall(ctx: Ctx, { againAfterHours }: CallResult, callbackAt: string | null): string {
  const hours = againAfterHours ?? usualHours
  return callbackAt ?? new Date(ctx.now.getTime() + hours * 3_600_000).toISOString()
}

interface Made {
  entry: CallEntry
  called: Called
  result: CallResult
  agent: string | null
}

/** The telephone system may have told of the same call; it is one call all the same. */
async function keepCall(ctx: Ctx, made: Made, said: Said): Promise<PhoneCall> {
  const { entry, called, result, agent } = made
  const number = said.number ?? called.phone
  const told = await toldBySystem(ctx, agent, number)
  const seconds = told?.seconds ?? said.seconds ?? 0
  const facts = {
    entry: entry.id,
    customer: entry.customer,
    contact: said.contact,
    lead: entry.lead,
    result: result.id,
    reached: result.reached,
    seconds: result.reached ? seconds : 0,
  }
  if (told) {
    await ctx.save(PhoneCall, told.id, facts)
    return ctx.find(PhoneCall, told.id)
  }
  const began = new Date(ctx.now.getTime() - seconds * 1000).toISOString()
  const times = { startedAt: said.startedAt ?? began, endedAt: ctx.now.toISOString() }
  return ctx.create(PhoneCall, { ...facts, ...times, number, owner: agent, direction: 'out' })
}

async function noteTalk(
  ctx: Ctx,
  call: PhoneCall,
  result: CallResult,
  summary: string | null,
  nextCallAt: string | null,
): Promise<void> {
  const nextOn = result.wantsCallback && nextCallAt ? dateIn(nextCallAt, ctx.timeZone) : null
  await writeDown(ctx, call, {
    summary: summary ?? result.name,
    result: result.outcome,
    nextStep: result.nextStep,
    nextOn,
  })
}

/** It is kept with the customer or lead: no list offers them from then on. */
async function keepAway(ctx: Ctx, called: Called, entry: string): Promise<void> {
  const { entity, id, refuses } = called
  const patch = { refuses: [...refuses, 'call'] as NonNullable<Customer['refuses']> }
  await (entity === 'lead' ? ctx.save(Lead, id, patch) : ctx.save(Customer, id, patch))
  await ctx.emit('call-entry.opted-out', { entity, id, entry })
}
