/** A telephone line of the house: its number, and where its recordings may be fetched from. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const PhoneLine = defineEntity('phone-line', {
  label: { one: 'Telephone line', many: 'Telephone lines' },
  purpose: 'The lines of your telephone system. It names the line of each call by this key.',
  title: 'name',
  subtitle: ['number'],
  icon: 'phone',
  isSetting: true,
  fields: {
    name: f.text({ required: true, unique: true, maxLength: 120 }),
    key: f.text({
      required: true,
      unique: true,
      maxLength: 60,
      label: 'Key of the line',
      help: 'As the telephone system names it.',
    }),
    number: f.phone(),
    recordingsAt: f.url({
      label: 'Recordings lie at',
      help: 'Only from addresses that begin so are recordings fetched. Empty: from none.',
      seenBy: ['manager'],
      changedBy: [],
    }),
    active: f.boolean({ default: true }),
  },
  access: { read: ['everyone'], create: ['manager'], update: ['manager'], delete: ['manager'] },
  list: { columns: ['name', 'key', 'number', 'active'], sort: 'name' },
  form: [['name', 'key'], ['number', 'active'], 'recordingsAt'],
})
export interface PhoneLine extends Row<typeof PhoneLine> {}
