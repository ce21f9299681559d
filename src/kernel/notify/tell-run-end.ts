/** Tells who began long work how it ended, in the transaction of its end. */
import type { Transaction } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { choicesOf } from './choices.ts'
import type { Line } from './notice.ts'
import { sendLines } from './send-lines.ts'

export type RunEndLine = Pick<Line, 'person' | 'rule' | 'entity' | 'source' | 'facts'>

/** So that it is told if and only if it is so; not to who does not want to hear of it. */
export async function tellRunEnd(
  house: House,
  tx: Transaction,
  tenant: string,
  told: RunEndLine,
): Promise<void> {
  const { person } = told
  const choices = await choicesOf((query) => tx.query(query), tenant, [person])
  if (choices.get(person)?.off.includes('import-ended')) return
  const line: Line = { ...told, cause: 'import-ended', record: null, follow: false }
  const moment = { tenant, now: house.now(), by: null }
  const { jobs, changes } = sendLines(tx, moment, [line], choices)
  if (jobs.length > 0) await house.jobs.enqueue(tx, tenant, jobs)
  tx.afterCommit(() => house.changes.publish(tenant, changes, null))
}
