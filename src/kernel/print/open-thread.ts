/** One worker thread that does one task at a time, and tells when it is gone. */
import { Worker } from 'node:worker_threads'

export interface Thread {
  /** @param patience milliseconds after which the thread is given up */
  work(task: unknown, patience: number): void
  /** Nothing to do is no reason to keep the program alive. */
  rest(): void
  end(): Promise<void>
}

interface Listener<Reply> {
  answered(reply: Reply): void
  /** Told once; after that the thread says nothing more. */
  lost(reason: unknown): void
}

export function openThread<Reply>(script: URL, listener: Listener<Reply>): Thread {
  const worker = new Worker(script)
  let open = true
  let alarm: NodeJS.Timeout | undefined

  function lose(reason: unknown): void {
    clearTimeout(alarm)
    if (!open) return
    open = false
    listener.lost(reason)
  }

  function giveUp(patience: number): void {
    lose(new Error(`The worker did not answer within ${patience} ms`))
    void worker.terminate()
  }

  worker.on('message', (reply: Reply) => {
    clearTimeout(alarm)
    if (open) listener.answered(reply)
  })
  worker.on('error', lose)
  worker.on('exit', () => lose(new Error('The worker ended before it had answered')))

  return {
    work(task, patience) {
      worker.postMessage(task, [])
      worker.ref()
      alarm = setTimeout(giveUp, patience, patience)
    },
    rest: () => worker.unref(),
    async end() {
      lose(new Error('The worker was stopped'))
      await worker.terminate()
    },
  }
}
