/** Runs a named action on a record, or on the whole collection, from a module's own screen. */
import type { ActionBody } from '#kernel/http/wire.ts'
import { useWrite, type Written } from './queries.ts'

interface Target {
  /** Absent for an action on the whole collection. */
  id?: string
  body?: ActionBody
}

/**
 * `const confirm = useAction('order', 'confirm'); await confirm.run({ id })` throws ApiProblem.
 * `waits` in the answer: without a connection an action that may wait is kept on this device.
 */
export function useAction(entity: string, action: string) {
  const write = useWrite()
  const run = ({ id, body = {} }: Target): Promise<Written> => {
    return write.mutateAsync({ kind: 'act', entity, action, body, ...(id && { id }) })
  }
  return { run, isRunning: write.isPending, problem: write.error?.problem }
}
