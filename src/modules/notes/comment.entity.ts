/** What people say about a record, beside its history. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const Comment = defineEntity('comment', {
  label: { one: 'Comment', many: 'Comments' },
  title: 'text',
  icon: 'message',
  fields: {
    entity: f.text({ required: true, maxLength: 60 }),
    record: f.record(),
    text: f.longText({ required: true, maxLength: 5000 }),
    /** People whom the text names with an @. */
    mentions: f.refs('user', { label: 'Mentions' }),
  },
  access: {
    read: [],
    inherit: 'record',
    create: ['everyone'],
    update: { everyone: { createdBy: 'me' } },
    delete: { everyone: { createdBy: 'me' } },
  },
  list: { columns: ['text', 'createdBy', 'createdAt'], sort: '-createdAt' },
  indexes: [['entity', 'record', '-id']],
})
export interface Comment extends Row<typeof Comment> {}
