/** Customers and leads that are ticked or filtered are put on a call list. */
import { defineAction } from '#kernel/action/action.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { Customer } from '#modules/customers/index.ts'
import { Lead } from '#modules/leads/index.ts'
import { CallEntry } from './call-entry.entity.ts'

const list = () =>
  f.ref('call-list', { required: true, label: 'Call list', pick: { status: 'open' } })

export const addCustomerToList = defineAction(Customer, {
  name: 'add-to-call-list',
  label: 'Put on a call list',
  allow: { 'sales-lead': { owner: 'my-team' }, manager: 'all' },
  tone: 'quiet',
  input: { list: list() },
  async run(ctx, { id: customer, name }, { list: on }) {
    if (await ctx.first(CallEntry, { list: on, customer })) refuseTwice(name)
    const { id } = await ctx.create(CallEntry, { list: on, customer })
    return { result: { entity: 'call-entry', id } }
  },
})

export const addLeadToList = defineAction(Lead, {
  name: 'add-to-call-list',
  label: 'Put on a call list',
  from: ['new', 'qualified'],
  allow: { 'sales-lead': { any: [{ owner: 'my-team' }, { owner: null }] }, manager: 'all' },
  tone: 'quiet',
  input: { list: list() },
  async run(ctx, { id: lead, name }, { list: on }) {
    if (await ctx.first(CallEntry, { list: on, lead })) refuseTwice(name)
    const { id } = await ctx.create(CallEntry, { list: on, lead })
    return { result: { entity: 'call-entry', id } }
  },
})

function refuseTwice(name: string): never {
  return fail('call-entry.on-list-already', { name }, { field: 'list' })
}
