/** From the list of customers several are planned for a day at once, each as a visit. */
import { defineAction } from '#kernel/action/action.ts'
import { f } from '#kernel/field/f.ts'
import { Customer } from '#modules/customers/index.ts'
import { Visit } from './visit.entity.ts'

export const planVisit = defineAction(Customer, {
  name: 'plan-visit',
  label: 'Plan a visit',
  allow: { sales: { owner: 'me' }, 'sales-lead': { owner: 'my-team' } },
  tone: 'quiet',
  input: {
    plannedOn: f.date({ required: true, default: 'today', label: 'Planned for' }),
    purpose: f.text({ required: true, maxLength: 200, label: 'What for' }),
  },
  async run(ctx, customer, { plannedOn, purpose }) {
    const { id } = await ctx.create(Visit, {
      customer: customer.id,
      purpose,
      plannedOn,
      owner: ctx.person.id ?? customer.owner,
      place: customer.address,
    })
    return { result: { entity: 'visit', id } }
  },
})
