/** HTTP: an administrator makes a practice company, goes in and out, and throws it away. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { administrator } from '../access/person.ts'
import { fail } from '../base/fail.ts'
import { readBody } from '../session/body.ts'
import { tokenIn } from '../session/cookie.ts'
import { letIn, visitOf, type Door } from '../session/door.ts'
import { signedIn } from '../session/identify.ts'
import { discardPractice } from './discard-practice.ts'
import { makePractice } from './make-practice.ts'
import { enterPractice, leavePractice } from './move-session.ts'
import { practiceOf, refuseInPractice, type PracticeProgress } from './practice.ts'

/** Answer of GET /api/practice. */
export interface PracticeAnswer extends Omit<PracticeProgress, 'state'> {
  state: PracticeProgress['state'] | 'none'
}

export function registerPracticeRoutes(app: FastifyInstance, door: Door): void {
  const { house, options } = door

  app.get('/api/practice', async (request): Promise<PracticeAnswer> => {
    const { session } = await atHome(door, request)
    const practice = await practiceOf(house, session.tenant)
    if (!practice) return { state: 'none', done: 0, of: 0 }
    const { state, done, of } = practice
    return { state, done, of }
  })

  app.post('/api/practice', async (request, reply) => {
    const { session } = await atHome(door, request)
    readBody(request, {}, house.now())
    await makePractice(house, session, visitOf(house, request), options.afterSetup)
    reply.code(201)
    return { ok: true }
  })

  app.delete('/api/practice', async (request) => {
    const { session } = await atHome(door, request)
    readBody(request, {}, house.now())
    await discardPractice(house, session, visitOf(house, request))
    return { ok: true }
  })

  app.post('/api/practice/enter', async (request, reply) => {
    const { session } = await atHome(door, request)
    readBody(request, {}, house.now())
    const practice = await practiceOf(house, session.tenant)
    if (!practice) fail('practice.none', {}, { status: 404 })
    if (practice.state !== 'ready') fail('practice.not-ready', {}, { status: 409 })
    const token = tokenIn(request) ?? ''
    return letIn(door, request, reply, await enterPractice(house, session, token, practice.tenant))
  })

  app.post('/api/practice/leave', async (request, reply) => {
    const { session } = await administratorIn(door, request)
    readBody(request, {}, house.now())
    const token = tokenIn(request) ?? ''
    return letIn(door, request, reply, await leavePractice(house, session, token))
  })
}

async function administratorIn({ house }: Door, request: FastifyRequest) {
  const one = await signedIn(house, request)
  const isEntitled = one.caller.person.roles.includes(administrator)
  if (!isEntitled) fail('session.not-administrator', {}, { status: 403 })
  return one
}

async function atHome(door: Door, request: FastifyRequest) {
  const one = await administratorIn(door, request)
  await refuseInPractice(door.house, one.session.tenant)
  return one
}
