/** Which days of customers and their people one remembers, and how long before. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const careDays = [
  { value: 'contact-birthday', label: 'Birthday of a contact' },
  { value: 'family-birthday', label: 'Birthday in a contact’s family' },
  { value: 'customer-birthday', label: 'Birthday of an individual customer' },
  { value: 'deal-anniversary', label: 'Anniversary of the first deal' },
  { value: 'contract-end', label: 'End of the contract' },
  { value: 'service-day', label: 'Next service' },
] as const
export type CareDay = (typeof careDays)[number]['value']

export const CareRule = defineEntity('care-rule', {
  label: { one: 'Care rule', many: 'Care rules' },
  purpose:
    'Each night the salesperson gets a task for a birthday, an anniversary, the end of a ' +
    'contract or a service that comes near.',
  title: 'name',
  icon: 'calendar',
  isSetting: true,
  fields: {
    name: f.text({ required: true, unique: true, maxLength: 120 }),
    what: f.choice(careDays, { required: true, default: 'contact-birthday', label: 'Day of care' }),
    daysBefore: f.integer({ required: true, default: 3, min: '0', max: '60' }),
    customers: f.filter('customer', { label: 'For which customers' }),
    active: f.boolean({ default: true }),
  },
  access: {
    read: ['sales', 'sales-lead', 'manager', 'service'],
    create: ['sales-lead', 'manager'],
    update: ['sales-lead', 'manager'],
    delete: ['sales-lead', 'manager'],
  },
  list: { columns: ['name', 'what', 'daysBefore', 'customers', 'active'], sort: 'name' },
  form: [['name', 'active'], ['what', 'daysBefore'], 'customers'],
})
export interface CareRule extends Row<typeof CareRule> {}
