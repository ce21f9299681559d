/** A refusal of the server (or a lost connection) as an error that screens can show. */
import type { Problem } from '#kernel/http/wire.ts'

export class ApiProblem extends Error {
  readonly problem: Problem

  constructor(problem: Problem, cause?: unknown) {
    super(problem.detail || problem.title, cause === undefined ? {} : { cause })
    this.name = 'ApiProblem'
    this.problem = problem
  }
}

function problemOf(status: number, rule: string, title: string): Problem {
  return { type: 'about:blank', title, status, rule, detail: '', requestId: '' }
}

export function networkProblem(cause: unknown): ApiProblem {
  return new ApiProblem(problemOf(0, 'network.unreachable', 'Unreachable'), cause)
}

/** It was known before that nothing can be reached. */
export function offlineProblem(cause: unknown): ApiProblem {
  return new ApiProblem(problemOf(0, 'network.offline', 'Offline'), cause)
}

/** It names something that waits on this device and that the server does not know yet. */
export function waitingProblem(): ApiProblem {
  return new ApiProblem(problemOf(0, 'outbox.waits', 'Waiting'))
}

/** The problem in an answer; an answer that is none (a proxy's page) becomes one. */
export async function readProblem(answer: Response): Promise<ApiProblem> {
  const kind = answer.headers.get('content-type') ?? ''
  if (kind.includes('json')) return new ApiProblem((await answer.json()) as Problem)
  return new ApiProblem(problemOf(answer.status, 'server.failed', answer.statusText))
}

export function isNetworkProblem(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.status === 0
}
