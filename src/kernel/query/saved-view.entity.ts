/** A list as someone likes it: filter, sort and columns under a name, own or shared. */
import { defineEntity, type Row } from '../entity/entity.ts'
import { f } from '../field/f.ts'

const own = { everyone: { createdBy: 'me' } } as const

export const SavedView = defineEntity('saved-view', {
  label: { one: 'View', many: 'Views' },
  title: 'name',
  icon: 'table',
  fields: {
    name: f.text({ required: true, maxLength: 60 }),
    entity: f.text({ required: true, maxLength: 60 }),
    where: f.json({ filterOf: 'entity' }),
    sort: f.text({ maxLength: 60 }),
    columns: f.json({ holds: 'texts' }),
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
