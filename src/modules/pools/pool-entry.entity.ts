/** A customer's stay in a pool: since when, why, who had it before, and who claimed it. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const whyInPool = [
  { value: 'no-contact', label: 'Not contacted', tone: 'ochre' },
  { value: 'no-deal', label: 'No deal', tone: 'ochre' },
  { value: 'released', label: 'Given back', tone: 'grey' },
  { value: 'left', label: 'Salesperson left', tone: 'grey' },
  { value: 'new', label: 'New customer', tone: 'blue' },
] as const

/** Until it is claimed a member sees what it takes to decide, and no way to reach the customer. */
export const PoolEntry = defineEntity('pool-entry', {
  label: { one: 'Customer in a pool', many: 'Customers in pools' },
  purpose: 'Customers that nobody looks after. Claim one, and it is yours with all its records.',
  begins: 'pool',
  title: 'name',
  subtitle: ['pool', 'industry', 'city'],
  icon: 'ripple',
  managed: true,
  fields: {
    pool: f.ref('pool', { required: true }),
    customer: f.ref('customer', { required: true }),
    name: f.text({ required: true, search: true, maxLength: 200 }),
    level: f.text({ maxLength: 40 }),
    industry: f.text({ maxLength: 60 }),
    city: f.text({ maxLength: 120 }),
    why: f.choice(whyInPool, { required: true, label: 'Why' }),
    enteredAt: f.instant({ required: true, default: 'now', label: 'In the pool since' }),
    formerOwner: f.person({ label: 'Former salesperson' }),
    endedAt: f.instant({ label: 'Claimed or taken out' }),
    claimedBy: f.person({ label: 'Claimed by' }),
    status: f.state([
      { value: 'waiting', label: 'To be claimed', tone: 'blue' },
      { value: 'claimed', label: 'Claimed', tone: 'green' },
      { value: 'withdrawn', label: 'Taken out', tone: 'grey' },
    ]),
  },
  access: {
    read: { manager: 'all' },
    inherit: 'pool',
    export: ['manager'],
  },
  steps: ['waiting', 'claimed'],
  list: {
    columns: [
      'name',
      'pool',
      'level',
      'industry',
      'city',
      'why',
      'enteredAt',
      'claimedBy',
      'status',
    ],
    sort: '-enteredAt',
    tabs: {
      'To claim': { status: 'waiting' },
      'Claimed by me': { claimedBy: 'me' },
      All: {},
    },
  },
  indexes: [
    ['status', '-enteredAt', '-id'],
    ['claimedBy', '-endedAt', 'id'],
    ['pool', 'status', 'id'],
  ],
})
export interface PoolEntry extends Row<typeof PoolEntry> {}
