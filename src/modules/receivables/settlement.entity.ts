/** Each step by which an open item was settled, or settled no more; only ever added. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const Settlement = defineEntity('settlement', {
  label: { one: 'Settlement', many: 'Settlements' },
  title: 'receivable',
  icon: 'cash',
  appendOnly: true,
  fields: {
    receivable: f.ref('receivable', { required: true }),
    on: f.date({ required: true, label: 'Date' }),
    currency: f.currency({ required: true }),
    /** With the item's sign; the other way round where a settlement is taken back. */
    amount: f.money({ required: true, currency: 'currency' }),
    baseAmount: f.money({ required: true, label: 'In base currency' }),
    entity: f.text({ required: true, label: 'Document type' }),
    record: f.record({ label: 'Document' }),
  },
  access: {
    read: { finance: 'all', manager: 'all' },
    inherit: 'receivable',
    export: ['finance', 'manager'],
  },
  list: { columns: ['on', 'receivable', 'record', 'amount', 'baseAmount'], sort: '-on' },
})
export interface Settlement extends Row<typeof Settlement> {}
