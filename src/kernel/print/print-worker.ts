/** The press: a thread of its own that typesets one form after the other. */
import { parentPort } from 'node:worker_threads'
import type { PrintForm } from './form.ts'
import type { LabelSheet } from './label-sheet.ts'
import { replyOf } from './reply.ts'
import { createTypesetter } from './typeset.ts'

export type PrintTask = { form: PrintForm; as: 'pdf' | 'pages' } | { labels: LabelSheet }
export type PrintResult = { pdf: Uint8Array<ArrayBuffer> } | { pages: string[] }

const typesetter = createTypesetter()

function print(task: PrintTask): PrintResult {
  if ('labels' in task) return { pdf: typesetter.labels(task.labels) }
  const { form, as } = task
  return as === 'pdf' ? { pdf: typesetter.pdf(form) } : { pages: typesetter.pages(form) }
}

if (!parentPort) throw new Error('The press runs in a worker thread')
const port = parentPort
port.on('message', (task: PrintTask) => {
  const reply = replyOf(() => print(task))
  // The paper moves over; nothing is copied.
  const moved = 'result' in reply && 'pdf' in reply.result ? [reply.result.pdf.buffer] : []
  port.postMessage(reply, moved)
})
