/** Which care a customer gets along a deal: before, during and after the sale, by rule. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

/** From before the sale to after it. */
export const dealMoments = [
  { value: 'quote-open', label: 'After a quote that is still open' },
  { value: 'order-waiting', label: 'After an order that is still to be shipped' },
  { value: 'goods-sent', label: 'After goods were sent' },
  { value: 'invoice-paid', label: 'After an invoice was paid' },
] as const
export type DealMoment = (typeof dealMoments)[number]['value']

const keepers = ['sales-lead', 'manager']

export const DealCareRule = defineEntity('deal-care-rule', {
  label: { one: 'Care along a deal', many: 'Care along deals' },
  purpose:
    'Each night the salesperson gets a task so many days after a quote, an order, a shipment or ' +
    'a payment: to ask, to tell, to look after.',
  title: 'name',
  icon: 'heart-handshake',
  isSetting: true,
  fields: {
    name: f.text({ required: true, unique: true, maxLength: 120, label: 'What is done' }),
    moment: f.choice(dealMoments, { required: true, default: 'goods-sent', label: 'When' }),
    daysAfter: f.integer({ required: true, default: 7, min: '0', max: '3650' }),
    customers: f.filter('customer', { label: 'For which customers' }),
    words: f.longText({ maxLength: 2000, label: 'What to say or ask' }),
    active: f.boolean({ default: true }),
  },
  access: {
    read: ['sales', 'sales-lead', 'manager', 'service'],
    create: keepers,
    update: keepers,
    delete: keepers,
  },
  list: { columns: ['name', 'moment', 'daysAfter', 'customers', 'active'], sort: 'name' },
  form: [['name', 'active'], ['moment', 'daysAfter'], 'customers', 'words'],
})
export interface DealCareRule extends Row<typeof DealCareRule> {}
