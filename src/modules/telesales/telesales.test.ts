/** A call list from customers and leads to callbacks, deals and figures. */
import { expect, test } from 'vitest'
import { refuses, useWorld, type Actor } from '#kernel/testing/world.ts'
import { Interaction } from '#modules/contacts/index.ts'
import { Customer } from '#modules/customers/index.ts'
import { modules } from '#modules/index.ts'
import { convertLead, Lead } from '#modules/leads/index.ts'
import { Order } from '#modules/orders/index.ts'
import { Share } from '#modules/people/index.ts'
import { CallResult, PhoneCall } from '#modules/telephony/index.ts'
import {
  addCustomerToList,
  addLeadToList,
  callAgain,
  callbacksDue,
  CallEntry,
  CallList,
  callListProgress,
  callsByAgent,
  callsByHour,
  closeList,
  dealList,
  recordCall,
  skipEntry,
  takeBack,
} from './index.ts'

const world = useWorld(modules)
const me = ({ caller }: Actor) => caller.person.id ?? ''
const number = '+886227128899'

async function office() {
  const lead = await world().as('manager')
  const [ann, bob] = [await world().as('sales', 'Ann'), await world().as('sales', 'Bob')]
  const [list] = await lead.list(CallList, { where: { name: 'Spring' } })
  if (list) return { lead, ann, bob, list: list.id, ...(await results()) }
  const members = [me(ann), me(bob)] as never[]
  const made = await lead.create(CallList, { name: 'Spring', members, mostAttempts: 2 })
  const add = (draft: Parameters<typeof lead.create<typeof CallResult>>[1]) =>
    lead.create(CallResult, draft)
  await add({ name: 'Ordered', outcome: 'agreed', closes: true })
  await add({ name: 'Later', outcome: 'call-back', wantsCallback: true })
  await add({ name: 'Nobody there', outcome: 'not-reached', reached: false, againAfterHours: 3 })
  await add({ name: 'Never again', outcome: 'refused', optsOut: true })
  return { lead, ann, bob, list: made.id, ...(await results()) }
}

async function results() {
  const all = await world().program.list(CallResult)
  const id = (name: string) => all.find((one) => one.name === name)?.id ?? ''
  return {
    ordered: id('Ordered'),
    later: id('Later'),
    nobody: id('Nobody there'),
    never: id('Never again'),
  }
}

/** A customer of nobody in particular, on the list, in the hands of Ann. */
async function entryOf(name: string) {
  const there = await office()
  const { id: customer } = await world().program.create(Customer, { name, phone: number })
  const { result } = await there.lead.do(addCustomerToList, customer, { list: there.list })
  const { id } = result as { id: string }
  await there.lead.update(CallEntry, id, { owner: me(there.ann) })
  return { ...there, customer, id }
}

test('who wants no calls, has no number or is there already is refused by name', async () => {
  const { lead, list } = await office()
  const { program } = world()
  const quiet = await program.create(Customer, { name: 'Quiet', phone: number, refuses: ['call'] })
  const mute = await program.create(Customer, { name: 'Mute' })
  const fine = await program.create(Lead, { name: 'Fine', phone: number })
  const refused = await refuses(
    lead.do(addCustomerToList, quiet.id, { list }),
    'call-entry.refuses-calls',
  )
  expect(refused.facts).toEqual({ name: 'Quiet' })
  await refuses(lead.do(addCustomerToList, mute.id, { list }), 'call-entry.no-number')
  await lead.do(addLeadToList, fine.id, { list })
  await refuses(lead.do(addLeadToList, fine.id, { list }), 'call-entry.on-list-already')
  const other = await program.create(Lead, { name: 'Other', phone: number })
  const both = { list, customer: mute.id, lead: other.id }
  await refuses(lead.create(CallEntry, both), 'call-entry.of-one')
})

test('dealt with a preview; the agent sees whom to call until it is taken back', async () => {
  const { lead, ann, bob } = await office()
  const members = [me(ann), me(bob)] as never[]
  const { id: list } = await lead.create(CallList, { name: 'Dealt', members })
  const made: string[] = []
  for (const name of ['D1', 'D2', 'D3']) {
    const { id } = await world().program.create(Customer, { name, phone: number })
    await lead.do(addCustomerToList, id, { list })
    made.push(id)
  }
  await refuses(ann.see(Customer, made[0] ?? ''), 'record.not-found')
  const deal = { rule: 'round', most: 9 } as const
  const preview = await lead.do(dealList, list, deal, { dryRun: true })
  expect(preview.result).toEqual({
    counts: [
      { name: 'Ann', count: 2 },
      { name: 'Bob', count: 1 },
    ],
  })
  expect(await ann.list(CallEntry, { where: { list } })).toEqual([])
  await lead.do(dealList, list, deal)
  expect(await ann.list(CallEntry, { where: { list } })).toHaveLength(2)
  const shares = await world().program.list(Share, { where: { record: made[0] ?? '' } })
  expect(shares).toEqual([expect.objectContaining({ person: me(ann) })])
  await refuses(lead.do(dealList, list, deal), 'call-list.nothing-to-deal')
  await lead.do(dealList, list, { ...deal, to: [me(bob)] as never[], again: true })
  expect(await bob.list(CallEntry, { where: { list } })).toHaveLength(3)
  await lead.do(takeBack, list, {})
  expect(await bob.list(CallEntry, { where: { list } })).toEqual([])
  expect(await world().program.list(Share, { where: { record: made } })).toEqual([])
  await refuses(lead.do(takeBack, list, {}), 'call-list.nothing-to-take-back')
})

test('a call becomes a contact record, and its result says when to call again', async () => {
  const { ann, id, customer, later, nobody, ordered } = await entryOf('Calls')
  await refuses(ann.do(recordCall, id, { result: later }), 'call-entry.callback-missing')
  const past = { result: later, callbackAt: '2026-11-20T02:00:00.000Z' }
  await refuses(ann.do(recordCall, id, past), 'call-entry.callback-is-past')
  await ann.do(recordCall, id, { result: nobody })
  expect(await ann.see(CallEntry, id)).toMatchObject({
    status: 'later',
    attempts: 1,
    nextCallAt: '2026-11-23T05:00:00.000Z',
  })
  const callbackAt = '2026-11-25T06:30:00.000Z'
  const said = { result: later, callbackAt, summary: 'Ask on Wednesday', seconds: 130 }
  await ann.do(recordCall, id, said)
  const [talk] = await ann.list(Interaction, { where: { customer, summary: { has: 'Wednesday' } } })
  expect(await ann.see(Interaction, talk?.id ?? '')).toMatchObject({
    kind: 'call',
    minutes: 3,
    result: 'call-back',
    nextOn: '2026-11-25',
  })
  expect(await ann.see(CallEntry, id)).toMatchObject({ nextCallAt: callbackAt, status: 'later' })
  await ann.do(recordCall, id, { result: ordered, seconds: 60 })
  expect(await world().program.see(CallEntry, id)).toMatchObject({ status: 'done', attempts: 3 })
  const columns = ['reached', 'seconds']
  const calls = await ann.list(PhoneCall, { where: { entry: id }, columns, sort: 'seconds' })
  expect(calls.map(({ reached, seconds }) => [reached, seconds])).toEqual([
    [false, 0],
    [true, 60],
    [true, 130],
  ])
})

test('nobody reached so often that it is enough; skipped, and called once more', async () => {
  const { ann, lead, id, nobody } = await entryOf('Silent')
  await ann.do(recordCall, id, { result: nobody })
  await ann.do(recordCall, id, { result: nobody })
  expect(await ann.see(CallEntry, id)).toMatchObject({ status: 'done', attempts: 2 })
  await lead.do(callAgain, id)
  await ann.do(skipEntry, id, { skipReason: 'Moved' })
  expect(await ann.see(CallEntry, id)).toMatchObject({ status: 'skipped', skipReason: 'Moved' })
})

test('whoever wants no more calls leaves every list, said in a call or written down', async () => {
  const { ann, id, customer, lead, never } = await entryOf('Enough')
  const { id: other } = await lead.create(CallList, {
    name: 'Autumn',
    members: [me(ann)] as never[],
  })
  const { result } = await lead.do(addCustomerToList, customer, { list: other })
  const second = (result as { id: string }).id
  await ann.do(recordCall, id, { result: never })
  expect((await world().program.see(Customer, customer)).refuses).toEqual(['call'])
  expect(await lead.see(CallEntry, second)).toMatchObject({ status: 'skipped' })
  await refuses(lead.do(callAgain, second), 'call-entry.refuses-calls')
  const third = await entryOf('Written')
  await world().program.update(Customer, third.customer, { refuses: ['call', 'fax'] })
  expect(await lead.see(CallEntry, third.id)).toMatchObject({ skipReason: 'Wants no more calls' })
})

test('an order soon after the call, and a lead that is converted, count as led to', async () => {
  const { ann, lead, id, customer, ordered, list } = await entryOf('Buys')
  await ann.do(recordCall, id, { result: ordered })
  const order = await world().program.create(Order, { customer, owner: me(ann) })
  expect(await lead.see(CallEntry, id)).toMatchObject({ order: order.id })
  const card = await world().program.create(Lead, { name: 'Card', phone: number, owner: me(ann) })
  const added = await lead.do(addLeadToList, card.id, { list })
  const entry = (added.result as { id: string }).id
  await lead.update(CallEntry, entry, { owner: me(ann) })
  await ann.do(recordCall, entry, { result: ordered, summary: 'Wants to see it' })
  const [talk] = await ann.list(Interaction, { where: { lead: card.id } })
  expect(talk?.summary).toBe('Wants to see it')
  await ann.do(convertLead, card.id, { isNew: true })
  expect((await lead.see(CallEntry, entry)).wonAt).not.toBeNull()
})

test('the figures say what was called, reached and led to', async () => {
  const { lead, ann, list } = await office()
  const columns = ['reached']
  const calls = await lead.list(PhoneCall, { where: { owner: me(ann) }, columns })
  const mine = (await lead.report(callsByAgent)).find(({ owner }) => owner === me(ann))
  const reached = calls.filter((call) => call.reached).length
  expect(mine).toMatchObject({ calls: calls.length, reached, won: 2 })
  const hours = await lead.report(callsByHour, { agent: me(ann) })
  expect(hours.map(({ hour, reached }) => [hour, reached])).toEqual([
    [9, 2],
    [10, 3],
  ])
  const progress = await lead.report(callListProgress)
  expect(progress.find((row) => row.list === list)).toBeDefined()
  expect(await lead.report(callbacksDue)).toEqual([])
})

test('a list that is closed takes nobody, and skips who was not called', async () => {
  const { lead, ann } = await office()
  const { id: list } = await lead.create(CallList, { name: 'Over', members: [me(ann)] as never[] })
  const { id: customer } = await world().program.create(Customer, { name: 'Late', phone: number })
  const { result } = await lead.do(addCustomerToList, customer, { list })
  await lead.do(closeList, list)
  const entry = (result as { id: string }).id
  expect(await lead.see(CallEntry, entry)).toMatchObject({ status: 'skipped', share: null })
  const { id: next } = await world().program.create(Customer, { name: 'Later', phone: number })
  await refuses(lead.create(CallEntry, { list, customer: next }), 'call-list.is-closed')
})
