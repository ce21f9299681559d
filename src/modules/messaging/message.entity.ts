/** A message 訊息: what was written to somebody, or by somebody, and whether it arrived. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

/** Those of one's own; a lead those of the team. */
export const ownMessages = {
  everyone: { colleague: 'me' },
  'sales-lead': { colleague: 'my-team' },
  manager: 'all',
} as const

export const Message = defineEntity('message', {
  label: { one: 'Message', many: 'Messages' },
  purpose:
    'Text messages, chats and faxes to and from customers and leads. Write one from the page of ' +
    'a customer, a contact or a lead.',
  begins: 'customer',
  title: 'text',
  subtitle: ['customer', 'number', 'happenedAt'],
  icon: 'message',
  managed: true,
  fields: {
    gateway: f.ref('message-gateway', { required: true, label: 'Message gateway' }),
    direction: f.choice(
      [
        { value: 'in', label: 'They to us', tone: 'blue' },
        { value: 'out', label: 'We to them', tone: 'grey' },
      ],
      { required: true, default: 'out' },
    ),
    number: f.text({
      required: true,
      search: true,
      maxLength: 200,
      label: 'Number or chat name',
    }),
    text: f.longText({ required: true, search: true, maxLength: 5000 }),
    file: f.file({ label: 'Fax or letter' }),
    customer: f.ref('customer'),
    contact: f.ref('contact'),
    lead: f.ref('lead'),
    colleague: f.person({ required: true, default: 'me', label: 'Colleague' }),
    happenedAt: f.instant({ required: true, default: 'now', label: 'When' }),
    status: f.state([
      { value: 'queued', label: 'On its way', tone: 'grey' },
      { value: 'sent', label: 'Sent', tone: 'blue' },
      { value: 'delivered', label: 'Delivered', tone: 'green' },
      { value: 'failed', label: 'Failed', tone: 'red' },
      { value: 'received', label: 'They wrote', tone: 'blue' },
    ]),
    fault: f.text({ maxLength: 500, label: 'Why it failed' }),
    attempts: f.integer({ required: true, default: 0 }),
    externalId: f.text({
      maxLength: 200,
      label: 'Key of the message',
      help: 'As the provider names it.',
    }),
    interaction: f.ref('interaction'),
    mail: f.rowId(),
  },
  access: {
    read: ownMessages,
    inherit: 'customer',
    export: ['sales-lead', 'manager'],
  },
  steps: ['queued', 'sent', 'delivered'],
  list: {
    columns: ['happenedAt', 'direction', 'number', 'customer', 'text', 'colleague', 'status'],
    sort: '-happenedAt',
    tabs: {
      Mine: { colleague: 'me' },
      'Unknown senders': { direction: 'in', interaction: { empty: true } },
      Failed: { status: 'failed' },
      All: {},
    },
  },
  form: [
    ['direction', 'gateway', 'number'],
    'text',
    'file',
    ['customer', 'contact', 'lead'],
    ['colleague', 'happenedAt', 'interaction'],
    ['fault', 'attempts', 'externalId'],
  ],
  indexes: [
    ['gateway', 'externalId', 'id'],
    ['gateway', 'number', '-happenedAt', 'id'],
    ['colleague', '-happenedAt', '-id'],
    ['customer', '-happenedAt', '-id'],
    ['status', '-happenedAt', '-id'],
    ['mail', 'id'],
  ],
})
export interface Message extends Row<typeof Message> {}
