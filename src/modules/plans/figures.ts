/** What is counted of a person's work over some days; a work report keeps the same figures. */
import { f } from '#kernel/field/f.ts'

export const workFigures = {
  calls: f.integer({ label: 'Telephone calls' }),
  visits: f.integer({ label: 'Visits' }),
  otherContacts: f.integer({ label: 'Other contacts' }),
  newLeads: f.integer({ label: 'New leads' }),
  newCustomers: f.integer({ label: 'New customers' }),
  newOpportunities: f.integer({ label: 'New opportunities' }),
  quotes: f.integer({ label: 'Quotes' }),
  orders: f.integer({ label: 'Orders' }),
  orderAmount: f.money({ label: 'Ordered amount' }),
  receipts: f.integer({ label: 'Receipts' }),
  receiptAmount: f.money({ label: 'Received amount' }),
  tasksDone: f.integer({ label: 'Tasks done' }),
  planned: f.integer({ label: 'Items planned' }),
  plannedDone: f.integer({ label: 'Items done' }),
} as const

export type WorkFigure = keyof typeof workFigures
export const figureNames = Object.keys(workFigures) as WorkFigure[]

/** The same, kept by the program in a record. */
export const keptFigures = Object.fromEntries(
  Object.entries(workFigures).map(([name, field]) => [name, f.derived(field)]),
) as typeof workFigures
