/** A line of tasks before one worker thread, started when needed and replaced when it dies. */
import { openThread, type Thread } from './open-thread.ts'
import { resultOf, type Reply } from './reply.ts'

export interface WorkerLine<Task, Result> {
  /**
   * Answers when the worker has done this task; tasks are done in the order they were asked.
   * @throws {Refusal | Error} what the worker threw, or that it died, was stopped or took too long
   */
  ask: (task: Task) => Promise<Result>
  /** Refuses what still waits and ends the thread; a task asked later starts a new one. */
  stop: () => Promise<void>
}

interface Asked<Task, Result> {
  task: Task
  resolve(result: Result): void
  reject(error: unknown): void
}

/** @param patience milliseconds a single task may take before its worker is given up */
export function createWorkerLine<Task, Result>(
  script: URL,
  { patience }: { patience: number },
): WorkerLine<Task, Result> {
  const waiting: Asked<Task, Result>[] = []
  let current: Asked<Task, Result> | undefined
  let thread: Thread | undefined

  const answered = (reply: Reply<Result>) => done((asked) => settle(asked, reply))

  function lost(reason: unknown): void {
    thread = undefined
    done((asked) => asked.reject(reason))
  }

  function done(settle: (asked: Asked<Task, Result>) => void): void {
    const asked = current
    current = undefined
    if (asked) settle(asked)
    next()
  }

  function next(): void {
    if (current) return
    current = waiting.shift()
    if (current) begin(current)
    else thread?.rest()
  }

  function begin({ task }: Asked<Task, Result>): void {
    try {
      thread ??= openThread(script, { answered, lost })
      thread.work(task, patience)
    } catch (error) {
      done((asked) => asked.reject(error))
    }
  }

  function ask(task: Task): Promise<Result> {
    return new Promise((resolve, reject) => {
      waiting.push({ task, resolve, reject })
      next()
    })
  }

  async function stop(): Promise<void> {
    for (const asked of waiting.splice(0)) asked.reject(new Error('The worker was stopped'))
    await thread?.end()
  }

  return { ask, stop }
}

function settle<Task, Result>(asked: Asked<Task, Result>, reply: Reply<Result>): void {
  try {
    asked.resolve(resultOf(reply))
  } catch (error) {
    asked.reject(error)
  }
}
