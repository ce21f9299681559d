/** The outbox: every mail that the program owes somebody, and what became of it. */
import { defineEntity, type Row } from '../entity/entity.ts'
import { f } from '../field/f.ts'

export const Mail = defineEntity('mail', {
  label: { one: 'Mail', many: 'Mails' },
  title: 'subject',
  subtitle: ['to'],
  icon: 'mail',
  fields: {
    to: f.email({ required: true, label: 'To', search: true }),
    subject: f.text({ required: true, search: true }),
    text: f.longText({ required: true }),
    html: f.longText({ label: 'HTML' }),
    state: f.state([
      'queued',
      { value: 'sent', label: 'Sent', tone: 'green' },
      { value: 'failed', label: 'Failed', tone: 'red' },
    ]),
    attempts: f.integer({ required: true, default: 0 }),
    error: f.longText(),
    sentAt: f.instant({ label: 'Sent' }),
    attachments: f.json(),
    /** Where a mail program tells that such mails are no longer wanted. */
    stopUrl: f.text({ seenBy: [] }),
    entity: f.text(),
    record: { ...f.record(), required: false },
  },
  // A mail may hold what other readers of the record must not see, such as an invitation's link.
  access: { read: { everyone: { createdBy: 'me' } } },
  managed: true,
  list: {
    columns: ['subject', 'to', 'state', 'sentAt', 'createdBy'],
    sort: '-createdAt',
    tabs: { All: {}, Waiting: { state: 'queued' }, Failed: { state: 'failed' } },
  },
  indexes: [['state', 'updatedAt']],
})
export interface Mail extends Row<typeof Mail> {}
