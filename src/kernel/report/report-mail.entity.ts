/** Who gets a saved report by mail, and how often; each sees what his own rights show. */
import { defineEntity, type Row } from '../entity/entity.ts'
import { f } from '../field/f.ts'

const concerned = { everyone: { any: [{ createdBy: 'me' }, { person: 'me' }] } } as const

export const ReportMail = defineEntity('report-mail', {
  label: { one: 'Report by mail', many: 'Reports by mail' },
  title: 'saved',
  icon: 'mail',
  isSetting: true,
  fields: {
    saved: f.ref('saved-report', { required: true, label: 'Saved report' }),
    person: f.person({ required: true, default: 'me', label: 'To' }),
    every: f.choice(
      [
        { value: 'day', label: 'Every day' },
        { value: 'week', label: 'Every week' },
        { value: 'month', label: 'Every month' },
      ],
      { required: true, default: 'week', label: 'How often' },
    ),
    sentOn: f.derived(f.date({ label: 'Last sent' })),
    /** Stands in the mail: who has it may stop these mails without signing in. */
    stopKey: f.derived(f.text({ seenBy: [] })),
  },
  access: { read: concerned, create: ['everyone'], update: concerned, delete: concerned },
  list: { columns: ['saved', 'person', 'every', 'sentOn'], sort: '-createdAt' },
})
export interface ReportMail extends Row<typeof ReportMail> {}
