/** A stream of events to one browser (server-sent events), which never holds more than it may. */
import type { FastifyReply } from 'fastify'

export interface EventStream {
  send(event: string, payload: unknown): void
  /** Keeps proxies from taking the quiet line for a dead one. */
  beat(): void
  /** Ends the stream; the browser connects again by itself. */
  end(): void
  onClose(work: () => void): void
}

/** A browser that reads so slowly is cut off; connected again, it loads afresh. */
const mostBuffered = 256 * 1024
const reconnectMs = 3000

/** Takes the answer out of Fastify's hands. */
export function openEventStream(reply: FastifyReply): EventStream {
  reply.hijack()
  const response = reply.raw
  response.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  })
  const write = (text: string) => {
    if (response.destroyed || response.writableEnded) return
    response.write(text)
    if (response.writableLength > mostBuffered) response.destroy()
  }
  write(`retry: ${reconnectMs}\n\n`)
  return {
    send: (event, payload) => write(`event: ${event}\ndata: ${JSON.stringify(payload)}\n\n`),
    beat: () => write(': still here\n\n'),
    end: () => response.end(),
    onClose(work) {
      if (response.destroyed) work()
      else response.on('close', work)
    },
  }
}
