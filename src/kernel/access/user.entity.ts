/** The people who sign in, their departments, roles and rights, and records shared between them. */
import { defineEntity, type Row } from '../entity/entity.ts'
import { f } from '../field/f.ts'

export const Department = defineEntity('department', {
  label: { one: 'Department', many: 'Departments' },
  title: 'name',
  icon: 'sitemap',
  fields: {
    name: f.text({ required: true, unique: true, search: true }),
    parent: f.ref('department', { label: 'Part of' }),
  },
  access: { read: ['everyone'], create: [], update: [], delete: [] },
  list: { columns: ['name', 'parent'], sort: 'name' },
})

export const User = defineEntity('user', {
  label: { one: 'User', many: 'Users' },
  purpose: 'Who works here, to whom each reports, and what each of them may do.',
  title: 'name',
  subtitle: ['email'],
  icon: 'user',
  fields: {
    name: f.text({ required: true, search: true }),
    email: f.email({ required: true, unique: true, search: true }),
    roles: f.tags({ help: 'What this person may do.' }),
    department: f.ref('department'),
    reportsTo: f.person({ label: 'Reports to' }),
    title: f.text({ label: 'Job title' }),
    phone: f.phone(),
    extension: f.text({
      unique: true,
      maxLength: 20,
      label: 'Telephone extension',
      help: 'By it a telephone system says whose call it is.',
    }),
    locale: f.choice(
      [
        { value: 'zh-Hant', label: '繁體中文' },
        { value: 'zh-Hans', label: '简体中文' },
        { value: 'en', label: 'English' },
      ],
      { label: 'Language' },
    ),
    active: f.boolean({ default: true, label: 'May sign in' }),
    leavesOn: f.date({
      label: 'Leaves on',
      help: 'As soon as a day stands here, this person exports nothing any more.',
    }),
    code: f.text({ label: 'Employee number', unique: true, search: true }),
  },
  access: { read: ['everyone'], create: [], update: [], delete: [], export: [], import: [] },
  list: {
    columns: ['name', 'email', 'title', 'department', 'reportsTo', 'active'],
    sort: 'name',
    tabs: { Active: { active: true }, All: {} },
  },
  form: [
    ['name', 'email'],
    ['code', 'title'],
    ['department', 'reportsTo'],
    ['phone', 'extension', 'locale'],
    'roles',
    ['active', 'leavesOn'],
  ],
})
export interface User extends Row<typeof User> {}

export const Role = defineEntity('role', {
  label: { one: 'Role', many: 'Roles' },
  title: 'name',
  icon: 'shield',
  isSetting: true,
  fields: {
    key: f.text({ required: true, unique: true, pattern: '^[a-z][a-z0-9-]*$' }),
    name: f.text({ required: true, search: true }),
    description: f.text(),
  },
  access: { read: ['everyone'], create: [], update: [], delete: [] },
  list: { columns: ['name', 'key', 'description'], sort: 'name' },
})

/** A change to a declared right: given with a scope, or taken away. */
export const RoleGrant = defineEntity('grant', {
  label: { one: 'Right', many: 'Rights' },
  title: 'entity',
  icon: 'key',
  isSetting: true,
  fields: {
    role: f.ref('role', { required: true }),
    entity: f.text({ required: true }),
    right: f.text({ required: true }),
    allowed: f.boolean({ default: true }),
    scope: f.json({ filterOf: 'entity' }),
  },
  access: { read: [], create: [], update: [], delete: [] },
  unique: [['role', 'entity', 'right']],
  list: { columns: ['entity', 'right', 'role', 'allowed'], sort: 'entity' },
})

export const Share = defineEntity('share', {
  label: { one: 'Share', many: 'Shares' },
  purpose: 'What is open to whom beyond the rights of roles. Tick those to withdraw.',
  title: 'entity',
  icon: 'share',
  isSetting: true,
  fields: {
    entity: f.text({ required: true }),
    record: f.record(),
    person: f.person({ related: false }),
    department: f.ref('department', { related: false }),
    mayEdit: f.boolean({ label: 'May edit' }),
    untilOn: f.date({ label: 'Until' }),
    purpose: f.text({ maxLength: 200, label: 'For what' }),
  },
  // Whoever may change a record shares it, and takes it back; all who see it know with whom.
  access: {
    read: [],
    create: ['everyone'],
    update: ['everyone'],
    delete: ['everyone'],
    inherit: 'record',
    onRecord: 'update',
  },
  list: {
    columns: ['record', 'person', 'department', 'mayEdit', 'purpose', 'untilOn', 'createdAt'],
    sort: '-createdAt',
    tabs: {
      'In force': {
        any: [{ untilOn: null }, { not: { untilOn: { within: 'over-0-days-ago' } } }],
      },
      Over: { untilOn: { within: 'over-0-days-ago' } },
      All: {},
    },
  },
  indexes: [['entity', 'record']],
})
export interface Share extends Row<typeof Share> {}
