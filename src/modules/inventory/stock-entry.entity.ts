/** Goods that come in or go out without an order: opening stock, finds, losses, own use. */
import { costReaders } from '#modules/products/index.ts'
import { defineEntity, defineLines, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const StockEntryLine = defineLines('stock-entry-line', {
  label: { one: 'Stock entry line', many: 'Stock entry lines' },
  fields: {
    product: f.ref('product', {
      required: true,
      pick: { kind: 'goods' },
      fills: { unit: 'unit' },
    }),
    quantity: f.decimal({ required: true, min: '0.000001' }),
    unit: f.ref('unit', { related: false }),
    unitCost: f.money({
      places: 6,
      min: '0',
      seenBy: costReaders,
      help: 'Empty: the present average cost.',
    }),
    value: f.derived(f.money({ places: 6, seenBy: costReaders })),
  },
})

const keepers = ['storekeeper', 'manager', 'buyer'] as const

export const StockEntry = defineEntity('stock-entry', {
  label: { one: 'Stock entry', many: 'Stock entries' },
  purpose: 'Goods that come in or go out beside sales. The first one brings your opening stock.',
  title: 'number',
  subtitle: ['reason'],
  icon: 'clipboard-list',
  fields: {
    number: f.serial('SE-{year}{month}-{0000}', { gaps: true }),
    kind: f.choice(
      [
        { value: 'opening', label: 'Opening stock' },
        { value: 'in', label: 'Other receipt' },
        { value: 'out', label: 'Other issue' },
      ],
      { required: true, default: 'in', ownChoices: 'named' },
    ),
    warehouse: f.ref('warehouse', { required: true }),
    on: f.date({ required: true, default: 'today', label: 'Date' }),
    reason: f.text({ search: true }),
    status: f.state([
      { value: 'draft', label: 'Draft', tone: 'grey' },
      { value: 'posted', label: 'Posted', tone: 'green' },
      { value: 'reversed', label: 'Reversed', tone: 'red' },
    ]),
    lines: f.lines(StockEntryLine),
  },
  access: {
    read: keepers,
    create: keepers,
    update: keepers,
    delete: keepers,
    export: keepers,
    import: keepers,
  },
  locked: { when: { status: ['posted', 'reversed'] } },
  steps: ['draft', 'posted'],
  list: {
    columns: ['number', 'kind', 'warehouse', 'on', 'reason', 'status'],
    sort: '-number',
    tabs: { Draft: { status: 'draft' }, All: {} },
  },
  form: [['kind', 'warehouse', 'on'], 'reason', 'lines'],
  related: ['stock-move', 'ledger-entry'],
})
export interface StockEntry extends Row<typeof StockEntry> {}
