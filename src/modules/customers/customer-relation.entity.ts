/** How one customer stands to another: group, partner, competitor, recommended by. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const CustomerRelation = defineEntity('customer-relation', {
  label: { one: 'Relation', many: 'Relations' },
  title: 'customer',
  subtitle: ['kind', 'other'],
  icon: 'affiliate',
  fields: {
    customer: f.ref('customer', { required: true }),
    kind: f.choice(
      [
        { value: 'parent', label: 'Belongs to the group of' },
        { value: 'partner', label: 'Partner of' },
        { value: 'competitor', label: 'Competitor of' },
        { value: 'referred', label: 'Recommended by' },
        { value: 'supplies', label: 'Supplies' },
      ],
      { required: true, ownChoices: 'more', label: 'Relation' },
    ),
    other: f.ref('customer', { required: true, label: 'Other customer' }),
    note: f.text({ maxLength: 300 }),
  },
  access: {
    read: { manager: 'all' },
    inherit: 'customer',
    create: ['sales', 'sales-lead'],
    update: ['sales', 'sales-lead'],
    delete: ['sales', 'sales-lead'],
  },
  list: { columns: ['customer', 'kind', 'other', 'note'], sort: 'customer' },
  form: [['customer', 'kind', 'other'], 'note'],
  unique: [['customer', 'kind', 'other']],
  checks: { not_itself: 'customer <> other' },
})
export interface CustomerRelation extends Row<typeof CustomerRelation> {}
