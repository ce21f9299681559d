/** How records of a kind look on paper, as the company drew it itself. */
import { defineEntity, type Row } from '../../entity/entity.ts'
import { f } from '../../field/f.ts'
import { anyRecord } from '../../custom/custom-field.entity.ts'
import { papers } from './paper.ts'

export const PrintLayout = defineEntity('print-layout', {
  label: { one: 'Print layout', many: 'Print layouts' },
  title: 'name',
  icon: 'printer',
  isSetting: true,
  fields: {
    name: f.text({ required: true, maxLength: 60 }),
    entity: f.choice(anyRecord, { required: true, label: 'Of', optionsFrom: 'records' }),
    paper: f.choice(papers, { required: true, default: 'a4' }),
    orientation: f.choice(
      [
        { value: 'upright', label: 'Upright' },
        { value: 'across', label: 'Across' },
      ],
      { required: true, default: 'upright' },
    ),
    /** Roles whose people may print with it; none: all who may see the record. */
    roles: f.tags({ label: 'For the roles' }),
    /** What stands where; see `drawing.ts`. */
    drawing: f.json(),
  },
  // Administrators draw; printing with it is the right to see the record.
  access: { read: [], create: [], update: [], delete: [] },
  list: { columns: ['name', 'entity', 'paper', 'orientation', 'roles'], sort: 'name' },
  form: [['name', 'entity'], ['paper', 'orientation'], 'roles'],
})
export interface PrintLayout extends Row<typeof PrintLayout> {}
