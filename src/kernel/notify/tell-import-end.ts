/** Tells who began an import how it ended. */
import type { Transaction } from '../db/transaction.ts'
import type { House } from '../house.ts'
import type { ImportRun } from '../import/run-store.ts'
import { tellRunEnd } from './tell-run-end.ts'

/** A trial run keeps nothing, and who cancels knows. */
export async function tellImportEnd(
  house: House,
  tx: Transaction,
  tenant: string,
  { id, byUser, entity, fileName, status, counts }: ImportRun,
  end: 'done' | 'failed',
): Promise<void> {
  if (!byUser || status !== 'running') return
  const { created, updated, rejected } = counts
  await tellRunEnd(house, tx, tenant, {
    person: byUser,
    rule: `notice.import-${end}`,
    entity,
    source: id,
    facts: { file: fileName, created, updated, rejected },
  })
}
