/** The press of drawn layouts: a thread of its own that sets one after the other. */
import { parentPort } from 'node:worker_threads'
import { replyLater } from '../reply.ts'
import type { DrawnSheet } from './press.ts'
import { setDrawn } from './set-drawn.ts'

if (!parentPort) throw new Error('The press runs in a worker thread')
const port = parentPort

async function press(sheet: DrawnSheet): Promise<void> {
  const reply = await replyLater(() => setDrawn(sheet))
  port.postMessage(reply, 'result' in reply ? [reply.result.buffer] : [])
}

port.on('message', (sheet: DrawnSheet) => void press(sheet))
