/** The only list of modules, bottom to top: a module may import only those above it. */
import type { Module } from '#kernel/module.ts'
import books from './books/index.ts'
import contacts from './contacts/index.ts'
import customers from './customers/index.ts'
import insights from './insights/index.ts'
import dealCare from './deal-care/index.ts'
import inventory from './inventory/index.ts'
import invoices from './invoices/index.ts'
import lifeCycle from './life-cycle/index.ts'
import knowledge from './knowledge/index.ts'
import leads from './leads/index.ts'
import ledger from './ledger/index.ts'
import messaging from './messaging/index.ts'
import notes from './notes/index.ts'
import opportunities from './opportunities/index.ts'
import orders from './orders/index.ts'
import people from './people/index.ts'
import plans from './plans/index.ts'
import pools from './pools/index.ts'
import pricing from './pricing/index.ts'
import products from './products/index.ts'
import quotes from './quotes/index.ts'
import receipts from './receipts/index.ts'
import receivables from './receivables/index.ts'
import returns from './returns/index.ts'
import sales from './sales/index.ts'
import shipping from './shipping/index.ts'
import suggestions from './suggestions/index.ts'
import tasks from './tasks/index.ts'
import telephony from './telephony/index.ts'
import telesales from './telesales/index.ts'
import visits from './visits/index.ts'
import warehouses from './warehouses/index.ts'
import waybills from './waybills/index.ts'

export const modules: readonly Module[] = [
  people,
  books,
  notes,
  tasks,
  customers,
  contacts,
  pools,
  visits,
  products,
  opportunities,
  leads,
  telephony,
  messaging,
  warehouses,
  inventory,
  ledger,
  receivables,
  pricing,
  quotes,
  orders,
  telesales,
  shipping,
  invoices,
  waybills,
  receipts,
  returns,
  dealCare,
  lifeCycle,
  insights,
  sales,
  plans,
  suggestions,
  knowledge,
]

/** Groups of the navigation, in this order; others follow. */
export const menuGroups: readonly string[] = [
  'Tasks',
  'Customers',
  'Sales',
  'Goods',
  'Money',
  'Team',
  'Reports',
  'Rules',
]
