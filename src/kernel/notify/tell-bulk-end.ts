/** Tells who began work on very many records how it ended: one may have gone elsewhere. */
import type { BulkRun } from '../bulk/bulk-run.ts'
import type { Transaction } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { tellRunEnd } from './tell-run-end.ts'

const doneRules = {
  change: 'notice.bulk-changed',
  delete: 'notice.bulk-deleted',
  action: 'notice.bulk-acted',
  undo: 'notice.bulk-undone',
  scan: 'notice.bulk-scanned',
} as const

/** In the transaction of the end itself, so that it is told if and only if it is so. */
export async function tellBulkEnd(
  house: House,
  tx: Transaction,
  tenant: string,
  { id, kind, byUser, entity, counts }: BulkRun,
  status: 'done' | 'failed' | 'cancelled',
): Promise<void> {
  const { total, done, changed, refused } = counts
  await tellRunEnd(house, tx, tenant, {
    person: byUser,
    rule: status === 'done' ? doneRules[kind] : `notice.bulk-${status}`,
    entity,
    source: id,
    facts: { changed, refused, left: Math.max(total - done, 0) },
  })
}
