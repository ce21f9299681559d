/** Every error as problem+json: refusals in words, failures with a number and no secrets. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../base/fail.ts'
import type { Identify } from './asker.ts'
import { problemOf } from './problem.ts'
import type { Voice } from './voice.ts'

const known: Record<string, [rule: string, status: number]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['request.too-large', 413],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['request.unsupported', 415],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['request.not-json', 400],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['request.not-json', 400],
  FST_ERR_BAD_URL: ['route.not-found', 404],
  FST_REQ_FILE_TOO_LARGE: ['request.too-large', 413],
}

/** Errors of the database that mean "try again", not "broken". */
const busyCodes = new Set([
  '57014',
  '55P03',
  '53300',
  '57P01',
  '57P03',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
])

export function answerErrors(app: FastifyInstance, voice: Voice, identify: Identify): void {
  app.setNotFoundHandler(async (request, reply) => {
    await send(new Refusal('route.not-found', {}, { status: 404 }), request, reply, voice, identify)
  })
  app.setErrorHandler(async (error, request, reply) => {
    await send(refusalOf(error as FastifyError, request), request, reply, voice, identify)
  })
}

function refusalOf(error: FastifyError & { code?: string }, request: FastifyRequest): Refusal {
  if (error instanceof Refusal) return error
  const [rule, status] = known[error.code] ?? []
  if (rule) return new Refusal(rule, {}, status === undefined ? {} : { status })
  if (error.statusCode === 429)
    return new Refusal('request.too-many', { seconds: 60 }, { status: 429 })
  if (error.statusCode && error.statusCode < 500) {
    return new Refusal('request.bad-parameter', { name: request.url }, { status: error.statusCode })
  }
  if (busyCodes.has(error.code) || /connection terminated|timeout exceeded/iu.test(error.message)) {
    request.log.warn({ err: error, requestId: request.id }, 'database not available')
    return new Refusal('database.busy', {}, { status: 503 })
  }
  request.log.error(
    { err: error, requestId: request.id, route: request.routeOptions.url },
    'request failed',
  )
  return new Refusal('request.failed', { id: request.id }, { status: 500 })
}

async function send(
  refusal: Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
  voice: Voice,
  identify: Identify,
): Promise<void> {
  const speech = await speechFor(request, refusal, voice, identify)
  await reply
    .code(refusal.status)
    .type('application/problem+json')
    .send(problemOf(refusal, request, speech.say))
}

/** The language of a person we know; a refusal to sign in must not ask again who it is. */
async function speechFor(
  request: FastifyRequest,
  refusal: Refusal,
  voice: Voice,
  identify: Identify,
) {
  if (refusal.status === 401 || refusal.status >= 500) return voice.of(request)
  try {
    return voice.of(request, await identify(request))
  } catch (error) {
    if (error instanceof Refusal) return voice.of(request)
    throw error
  }
}
