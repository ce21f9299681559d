/** The chart of accounts: few, and those the program posts to are known by their role. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

/** Roles of the accounts that documents post to. */
export const accountRoles = [
  'receivable',
  'advance',
  'bank',
  'cash',
  'stock',
  'stock-received',
  'stock-opening',
  'revenue',
  'freight-revenue',
  'tax-payable',
  'cost-of-sales',
  'exchange',
  'charges',
  'inventory-difference',
] as const
export type AccountRole = (typeof accountRoles)[number]

export const Account = defineEntity('account', {
  label: { one: 'Account', many: 'Accounts' },
  purpose: 'The headings under which your money is booked.',
  title: 'name',
  subtitle: ['code'],
  icon: 'book-2',
  fields: {
    code: f.text({ required: true, unique: true, search: true, maxLength: 20 }),
    name: f.text({ required: true, search: true, maxLength: 120 }),
    kind: f.choice(['asset', 'liability', 'equity', 'income', 'expense'], {
      required: true,
      ownChoices: 'named',
    }),
    role: f.text({
      unique: true,
      changedBy: [],
      help: 'Documents post to the account with this role.',
    }),
    currency: f.currency({ default: 'base', required: true }),
    isMoney: f.boolean({ label: 'Cash or bank account' }),
    active: f.boolean({ default: true }),
  },
  access: {
    read: ['finance', 'manager', 'sales', 'sales-lead'],
    create: ['finance'],
    update: ['finance'],
    delete: ['finance'],
    export: ['finance', 'manager'],
    import: ['finance'],
  },
  list: {
    columns: ['code', 'name', 'kind', 'currency', 'isMoney', 'active'],
    sort: 'code',
    tabs: { All: {}, 'Cash and bank': { isMoney: true } },
  },
})
export interface Account extends Row<typeof Account> {}
