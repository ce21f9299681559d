/** Reads the words of a PDF: a thread of its own, for one document. */
import { parentPort } from 'node:worker_threads'
import { openPdf } from 'clawpdf'
import { replyLater } from '../../print/reply.ts'

if (!parentPort) throw new Error('Words of a PDF are read in a worker thread')
const port = parentPort

const maxPages = 100

port.on('message', (path: string) => {
  void replyLater(async () => {
    await using pdf = await openPdf(path)
    return pdf.text({ maxPages })
  }).then((reply) => port.postMessage(reply, []))
})
