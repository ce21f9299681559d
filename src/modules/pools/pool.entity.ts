/** A pool 公海: customers without a salesperson, whom its members may claim. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const Pool = defineEntity('pool', {
  label: { one: 'Pool', many: 'Pools' },
  purpose: 'Customers without a salesperson wait in a pool until one of its members claims them.',
  title: 'name',
  icon: 'ripple',
  fields: {
    name: f.text({ required: true, unique: true, search: true, maxLength: 80 }),
    members: f.refs('user', { help: 'Who may see and claim what lies in the pool.' }),
    claimsPerDay: f.integer({ min: '1', max: '10000', help: 'Empty: no limit.' }),
    customersInHand: f.integer({
      min: '1',
      max: '1000000',
      label: 'Customers in hand at most',
      help: 'Who has so many customers claims none. Empty: no limit.',
    }),
    coolingDays: f.integer({
      min: '0',
      max: '3650',
      required: true,
      default: 30,
      label: 'Cooling days',
      help: 'So long the former salesperson cannot claim the customer back.',
    }),
    note: f.longText(),
  },
  access: {
    read: {
      sales: { members: 'me' },
      'sales-lead': { any: [{ members: 'me' }, { members: 'my-team' }] },
      manager: 'all',
    },
    create: ['sales-lead', 'manager'],
    update: { 'sales-lead': { any: [{ members: 'me' }, { members: 'my-team' }] }, manager: 'all' },
    delete: ['manager'],
  },
  list: { columns: ['name', 'members', 'claimsPerDay', 'customersInHand'], sort: 'name' },
  form: ['name', 'members', ['claimsPerDay', 'customersInHand', 'coolingDays'], 'note'],
})
export interface Pool extends Row<typeof Pool> {}
