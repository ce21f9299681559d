/** Where goods lie. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const Warehouse = defineEntity('warehouse', {
  label: { one: 'Warehouse', many: 'Warehouses' },
  purpose: 'The buildings and rooms where you keep goods.',
  title: 'name',
  subtitle: ['code'],
  icon: 'building-warehouse',
  fields: {
    code: f.text({ required: true, unique: true, search: true, maxLength: 20 }),
    name: f.text({ required: true, unique: true, search: true, maxLength: 120 }),
    address: f.address(),
    isDefault: f.boolean({ label: 'Default' }),
    active: f.boolean({ default: true }),
  },
  access: {
    read: ['everyone'],
    create: ['manager'],
    update: ['manager'],
    delete: ['manager'],
    export: ['manager'],
    import: ['manager'],
  },
  list: { columns: ['code', 'name', 'isDefault', 'active'], sort: 'code' },
  form: [['code', 'name'], 'address', ['isDefault', 'active']],
})
export interface Warehouse extends Row<typeof Warehouse> {}
