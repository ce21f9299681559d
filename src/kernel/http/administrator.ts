/** What is for administrators alone, and for keys that may do all an administrator may. */
import type { FastifyRequest } from 'fastify'
import { isAdministrator } from '../access/person.ts'
import { fail } from '../base/fail.ts'
import { asked, type Asked, type Asker } from './asker.ts'

/** @throws {Refusal} `record.not-allowed` (403), also for a key narrower than the person */
export async function administratorOf(
  asker: Asker,
  request: FastifyRequest,
  what: string,
): Promise<Asked> {
  const one = await asked(asker, request)
  if (!isAdministrator(one.caller.person))
    fail('record.not-allowed', { entity: what }, { status: 403 })
  return one
}
