/** What comes back from a worker thread: the result, or a refusal that arrives as it was thrown. */
import { Refusal, type FieldProblem, type Facts } from '../base/fail.ts'

interface PlainRefusal {
  rule: string
  facts: Facts
  field: string | undefined
  status: number
  problems: readonly FieldProblem[]
}

export type Reply<Result> =
  | { result: Result }
  | { refused: PlainRefusal }
  | { failed: { message: string; stack: string | undefined } }

/** Does the work and puts whatever comes of it into a form that may cross threads. */
export function replyOf<Result>(work: () => Result): Reply<Result> {
  try {
    return { result: work() }
  } catch (error) {
    return thrown(error)
  }
}

/** As `replyOf`, of work that is waited for. */
export async function replyLater<Result>(work: () => Promise<Result>): Promise<Reply<Result>> {
  try {
    return { result: await work() }
  } catch (error) {
    return thrown(error)
  }
}

function thrown(error: unknown): Exclude<Reply<never>, { result: never }> {
  if (error instanceof Refusal) {
    const { rule, facts, field, status, problems } = error
    return { refused: { rule, facts, field, status, problems } }
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  return { failed: { message, stack } }
}

/**
 * The result, or the refusal or error as it was thrown over there.
 * @throws {Refusal | Error}
 */
export function resultOf<Result>(reply: Reply<Result>): Result {
  if ('result' in reply) return reply.result
  if ('refused' in reply) {
    const { rule, facts, field, status, problems } = reply.refused
    const place = { ...(field === undefined ? {} : { field }), status }
    throw new Refusal(rule, facts, place, [...problems])
  }
  throw Object.assign(new Error(reply.failed.message), { stack: reply.failed.stack })
}
