/** The rows of the bench, in the order of the table. */
import type { BenchRow } from '../bench-run.ts'
import { inTheBrowser } from './browser.ts'
import { createCustomer, openCustomer } from './customers.ts'
import { customerWork } from './customer-work.ts'
import { duplicates } from './duplicates.ts'
import { importFile } from './import.ts'
import { listAndRecord } from './list-and-record.ts'
import { confirmOrders, wholeChain } from './orders.ts'
import { searches } from './search.ts'
import { startAndMemory } from './start.ts'
import { testSuite } from './suite.ts'
import { rowLevelSecurity } from './wall.ts'

export const rows: Readonly<Record<string, BenchRow>> = {
  list: listAndRecord,
  search: searches,
  open: openCustomer,
  browser: inTheBrowser,
  create: createCustomer,
  duplicates,
  work: customerWork,
  confirm: confirmOrders,
  chain: wholeChain,
  import: importFile,
  wall: rowLevelSecurity,
  start: startAndMemory,
  suite: testSuite,
}
