/** An address by which a calendar program reads somebody's tasks; known by its secret alone. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const TaskFeed = defineEntity('task-feed', {
  label: { one: 'Calendar address', many: 'Calendar addresses' },
  title: 'name',
  icon: 'calendar',
  managed: true,
  isSetting: true,
  fields: {
    name: f.text({ required: true, maxLength: 80 }),
    owner: f.person({ required: true, default: 'me', label: 'Whose tasks' }),
    status: f.state([
      { value: 'active', label: 'In force', tone: 'green' },
      { value: 'revoked', label: 'Revoked', tone: 'grey' },
    ]),
    /** SHA-256 of the secret in the address. */
    secretHash: f.derived(f.text({ required: true, seenBy: [], maxLength: 64 })),
    readAt: f.derived(f.instant({ label: 'Last read' })),
  },
  access: { read: { everyone: { owner: 'me' } } },
  indexes: [['secretHash']],
  list: { columns: ['name', 'status', 'readAt', 'createdAt'], sort: '-createdAt' },
})
export interface TaskFeed extends Row<typeof TaskFeed> {}
