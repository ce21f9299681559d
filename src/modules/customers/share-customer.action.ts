/** Customers are opened to a colleague or a department: for what, and until when. */
import { Share } from '#kernel/access/user.entity.ts'
import { defineAction } from '#kernel/action/action.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { Customer } from './customer.entity.ts'

export const shareCustomer = defineAction(Customer, {
  name: 'share',
  label: 'Share for a purpose',
  allow: { sales: { owner: 'me' }, 'sales-lead': { owner: 'my-team' } },
  tone: 'quiet',
  undoable: true,
  input: {
    person: f.person({ label: 'Colleague' }),
    department: f.ref('department', { label: 'or department' }),
    mayEdit: f.boolean({ label: 'May edit' }),
    purpose: f.text({ required: true, maxLength: 200, label: 'For what' }),
    untilOn: f.date({ label: 'Until', help: 'Empty: until it is withdrawn.' }),
  },
  async run(ctx, customer, { person, department, ...terms }) {
    const { untilOn, mayEdit } = terms
    if ((person === null) === (department === null)) fail('share.with-one', {}, { field: 'person' })
    if (person === customer.owner) fail('customer.shared-with-owner', {}, { field: 'person' })
    if (untilOn !== null && untilOn < ctx.today)
      fail('customer.share-over', {}, { field: 'untilOn' })
    const same = { entity: 'customer', record: customer.id, person, department }
    const known = await ctx.first(Share, same)
    const changed = { ...terms, mayEdit: mayEdit ?? false }
    if (known) await ctx.save(Share, known.id, changed)
    else await ctx.create(Share, { ...same, ...changed })
  },
})
