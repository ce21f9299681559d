/** Takes from a request what every route asks: who, with which key, in which language. */
import type { FastifyRequest } from 'fastify'
import { fail, Refusal } from '../base/fail.ts'
import { idempotencyOf } from '../action/idempotency.ts'
import { sightOf, type Caller } from '../action/caller.ts'
import { withRegistry, type WriteWish } from '../action/write.ts'
import type { Sight } from '../access/scope.ts'
import { checkedText, isId } from '../field/check.ts'
import type { Field } from '../field/field.ts'
import type { Entity } from '../entity/entity.ts'
import type { House } from '../house.ts'

/** Answers who asks. @throws {Refusal} 401 */
export type Identify = (request: FastifyRequest) => Promise<Caller>

export interface Asker {
  house: House
  identify: Identify
}

export interface Asked {
  caller: Caller
  sight: Sight
  /** The house as the caller's company knows it. */
  house: House
}

export async function asked({ house, identify }: Asker, request: FastifyRequest): Promise<Asked> {
  const caller = await identify(request)
  const sight = await sightOf(house, caller)
  return { caller, sight, house: withRegistry(house, sight.registry) }
}

/** As `asked`, with the entity named in the address. @throws {Refusal} also `route.not-found` */
export async function askedOf(
  asker: Asker,
  request: FastifyRequest,
): Promise<Asked & { entity: Entity }> {
  const one = await asked(asker, request)
  return { ...one, entity: entityIn(one, request) }
}

/** The entity named in the address. @throws {Refusal} `route.not-found` (404) */
function entityIn({ sight }: Pick<Asked, 'sight'>, request: FastifyRequest): Entity {
  const { entity: name } = request.params as { entity: string }
  const entity = sight.registry.entities.get(name)
  if (!entity || entity.isLine) fail('route.not-found', {}, { status: 404 })
  return entity
}

/** @throws {Refusal} `record.not-found` (404) for what cannot be an id */
export function idIn(request: FastifyRequest): string {
  const { id } = request.params as { id: string }
  if (!isId(id)) fail('record.not-found', {}, { status: 404 })
  return id
}

/** What every write may be asked with: a key in the header, `?dry=1` to see what would happen. */
export function writeWish(request: FastifyRequest): WriteWish {
  const key = request.headers['idempotency-key']
  const dry = flag(request, 'dry') ? { dryRun: true } : {}
  if (key === undefined) return dry
  if (typeof key !== 'string' || !/^[\w.:-]{8,200}$/u.test(key)) {
    fail('idempotency.bad-key', {}, { status: 400 })
  }
  return { ...dry, idempotency: idempotencyOf(key, request.method, request.url, request.body) }
}

/**
 * The body as an object, with no other keys than these when they are named: a key that is misspelt
 * would be a wish that is not heard.
 * @throws {Refusal} `input.object-expected`, `request.unknown-key` (400)
 */
export function bodyOf(request: FastifyRequest, keys?: string[]): Record<string, unknown> {
  const { body } = request
  if (body === undefined || body === null) return {}
  if (typeof body !== 'object' || Array.isArray(body))
    fail('input.object-expected', {}, { status: 400 })
  const unknown = keys && Object.keys(body).find((key) => !keys.includes(key))
  if (unknown !== undefined)
    fail('request.unknown-key', { name: unknown }, { status: 400, field: unknown })
  return body as Record<string, unknown>
}

/** Yes or no in a body; absent = no. @throws {Refusal} `request.bad-parameter` (400) */
export function flagIn(body: Record<string, unknown>, name: string): boolean {
  const value = body[name]
  if (value !== undefined && value !== null && typeof value !== 'boolean') wrongParameter(name)
  return value === true
}

/** An object in a body. @throws {Refusal} `request.bad-parameter` (400) */
export function objectIn(body: Record<string, unknown>, name: string): Record<string, unknown> {
  const value = body[name]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) wrongParameter(name)
  return value as Record<string, unknown>
}

const longestReason = 1000

/** Why somebody writes, in their own words. @throws {Refusal} `field.…` (400) at `reason` */
export function reasonIn({ reason }: Record<string, unknown>): { reason?: string } {
  if (reason === undefined || reason === null) return {}
  const field: Field = { kind: 'longText', required: false, maxLength: longestReason }
  try {
    return { reason: checkedText(reason, field, longestReason) }
  } catch (error) {
    if (error instanceof Refusal) fail(error.rule, error.facts, { status: 400, field: 'reason' })
    throw error
  }
}

export function wrongParameter(name: string): never {
  return fail('request.bad-parameter', { name }, { status: 400, field: name })
}

/** A query parameter, once and short. */
export function parameter(request: FastifyRequest, name: string): string | undefined {
  const value = (request.query as Record<string, unknown>)[name]
  if (value === undefined || value === '') return undefined
  if (typeof value !== 'string' || value.includes('\u0000') || value.length > 20_000)
    wrongParameter(name)
  return value
}

/** A switch among the query parameters: '1' is yes, '0' or nothing is no. */
export function flag(request: FastifyRequest, name: string): boolean {
  const value = parameter(request, name)
  if (value !== undefined && value !== '0' && value !== '1') wrongParameter(name)
  return value === '1'
}

/** A query parameter that holds JSON. */
export function jsonParameter(request: FastifyRequest, name: string): unknown {
  const text = parameter(request, name)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) wrongParameter(name)
    throw error
  }
}

export function versionIn(body: Record<string, unknown>): { version?: number } {
  const { version } = body
  if (version === undefined || version === null) return {}
  if (
    typeof version !== 'number' ||
    !Number.isInteger(version) ||
    version < 0 ||
    version > 2 ** 31
  ) {
    wrongParameter('version')
  }
  return { version }
}
