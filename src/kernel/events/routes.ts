/** Live news over HTTP: a change by a colleague appears without reloading. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Caller } from '../action/caller.ts'
import { Refusal } from '../base/fail.ts'
import type { House } from '../house.ts'
import type { Identify } from '../http/asker.ts'
import { openEventStream, type EventStream } from './event-stream.ts'
import { openWatch } from './watch.ts'

export interface EventRoutes {
  identify: Identify
  /** How often a sign of life is sent and the person is identified anew. Default 25 s. */
  heartbeatMs?: number
  /** Told first thing, so that a page of an older build knows of it. */
  build?: string | null
}

/** One person's tabs and devices; the oldest gives way. */
const mostStreams = 20

interface Open {
  stream: EventStream
  person: string | null
}

export function registerEventRoutes(
  app: FastifyInstance,
  house: House,
  options: EventRoutes,
): void {
  const open = new Set<Open>()
  app.get('/api/events', async (request, reply) => {
    const caller = await options.identify(request)
    const stream = openEventStream(reply)
    makeRoom(open, caller)
    if (options.build) stream.send('build', { build: options.build })
    const one = { stream, person: caller.person.id }
    open.add(one)
    const stopWatching = watch(house, request, caller, stream, options)
    // Heard from here on: a page that loaded before this compares, and asks again if it must.
    stream.send('hello', { last: house.changes.last(caller.tenant) })
    stream.onClose(() => {
      stopWatching()
      open.delete(one)
    })
  })
  // Before the server waits for running requests: these would never end by themselves.
  app.addHook('preClose', async () => {
    for (const { stream } of open) stream.end()
  })
}

function makeRoom(open: ReadonlySet<Open>, { person }: Caller): void {
  const own = [...open].filter((one) => one.person === person.id)
  if (own.length >= mostStreams) own[0]?.stream.end()
}

function watch(
  house: House,
  request: FastifyRequest,
  first: Caller,
  stream: EventStream,
  { identify, heartbeatMs = 25_000 }: EventRoutes,
): () => void {
  let caller = first
  const onFault = (error: unknown) => {
    if (!(error instanceof Refusal)) request.log.warn({ err: error }, 'Live news had to be cut off')
    stream.end()
  }
  const tell = (event: object) => stream.send('change', event)
  const watching = openWatch(house, { caller: () => caller, tell, onFault })
  const stopListening = house.changes.subscribe((batch) => watching.see(batch))
  // Someone who is signed out, or has other rights now, is not told what came of the old ones.
  const beat = async () => {
    caller = await identify(request)
    stream.beat()
  }
  const timer = setInterval(() => void beat().catch(onFault), heartbeatMs)
  return () => {
    clearInterval(timer)
    stopListening()
    watching.close()
  }
}
