/** A report as someone asks it: parameters, chart and order under a name, own or shared. */
import { defineEntity, type Row } from '../entity/entity.ts'
import { f } from '../field/f.ts'

const own = { everyone: { createdBy: 'me' } } as const

export const SavedReport = defineEntity('saved-report', {
  label: { one: 'Saved report', many: 'Saved reports' },
  title: 'name',
  icon: 'chart-bar',
  isSetting: true,
  fields: {
    name: f.text({ required: true, maxLength: 60 }),
    report: f.text({ required: true, maxLength: 60, label: 'Report' }),
    /** As it stands in the address: parameters, chart, figure, order. */
    asked: f.json(),
    /** Roles whose people may open it; each sees what his own rights show. */
    roles: f.tags({ label: 'Shared with' }),
  },
  access: {
    read: { everyone: { any: [{ createdBy: 'me' }, { roles: 'my-roles' }] } },
    create: ['everyone'],
    update: own,
    delete: own,
  },
  list: {
    columns: ['name', 'report', 'roles', 'createdBy', 'updatedAt'],
    sort: 'name',
    tabs: { Mine: { createdBy: 'me' }, All: {} },
  },
  indexes: [['report', 'name']],
})
export interface SavedReport extends Row<typeof SavedReport> {}
