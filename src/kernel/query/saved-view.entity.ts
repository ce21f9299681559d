/** A list as someone likes it: filter, sort, columns and shape under a name, own or shared. */
import { defineEntity, type Row } from '../entity/entity.ts'
import { f } from '../field/f.ts'

const own = { everyone: { createdBy: 'me' } } as const

export const SavedView = defineEntity('saved-view', {
  label: { one: 'View', many: 'Views' },
  title: 'name',
  icon: 'table',
  isSetting: true,
  fields: {
    name: f.text({ required: true, maxLength: 60 }),
    entity: f.text({ required: true, maxLength: 60 }),
    where: f.json({ filterOf: 'entity' }),
    sort: f.text({ maxLength: 200 }),
    columns: f.json({ holds: 'texts' }),
    /** Empty: a table. */
    shape: f.choice(['table', 'board', 'calendar', 'gallery', 'map']),
    /** Field by which the rows are gathered: columns of a board, bands of a table. */
    group: f.text({ maxLength: 60, label: 'Group by' }),
    /** Field whose days the calendar shows. */
    days: f.text({ maxLength: 60, label: 'Calendar by' }),
    span: f.choice(['month', 'week', 'day'], { label: 'Shows' }),
    shared: f.boolean(),
  },
  access: {
    read: { everyone: { any: [{ createdBy: 'me' }, { shared: true }] } },
    create: ['everyone'],
    update: own,
    delete: own,
  },
  list: { columns: ['name', 'entity', 'shared'], sort: 'name' },
  indexes: [['entity', 'name']],
})
export interface SavedView extends Row<typeof SavedView> {}
