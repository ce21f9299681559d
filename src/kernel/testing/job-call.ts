/** What a job is handed when a test runs it. */
import type { JobCall } from '../jobs/job.ts'

export function jobCall(call: Pick<JobCall, 'tenant' | 'now'> & Partial<JobCall>): JobCall {
  const log = { warn: () => undefined, error: () => undefined }
  return { payload: {}, signal: new AbortController().signal, isLast: false, log, ...call }
}
