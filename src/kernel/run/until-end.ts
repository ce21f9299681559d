/** What becomes of a run whose work fails: it ends with the reason, or the queue tries it again. */
import { Refusal } from '../base/fail.ts'
import type { JobCall } from '../jobs/job.ts'
import type { Fault } from './run.ts'

/**
 * A refusal ends the run; any other failure leaves it as it is, for the queue to try again.
 * @param onFault ends the run and tells of it
 * @param brokenOff rule that says that the last try failed
 */
export async function untilEnd(
  call: JobCall,
  brokenOff: string,
  work: () => Promise<void>,
  onFault: (fault: Fault) => Promise<void>,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (isFinal(error)) return onFault({ rule: error.rule, facts: error.facts })
    if (call.isLast) await onFault({ rule: brokenOff, facts: {} })
    throw error
  }
}

/** Not final is what lies in the moment, such as a busy database: it is tried again. */
export function isFinal(error: unknown): error is Refusal {
  return error instanceof Refusal && error.status < 500
}
