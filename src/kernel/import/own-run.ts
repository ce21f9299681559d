/** An import belongs to who began it, as long as that person, or that key, may import at all. */
import { isAsWide, type Person } from '../access/person.ts'
import { fail } from '../base/fail.ts'
import type { Caller } from '../action/caller.ts'
import type { Asker } from '../http/asker.ts'
import { readRun, type ImportRun } from './run-store.ts'

/** @throws {Refusal} `record.not-found` (404), `record.not-allowed` (403) */
export async function ownRun({ house }: Asker, caller: Caller, id: string): Promise<ImportRun> {
  const { tenant, person } = caller
  const run = await readRun(house.database, tenant, id)
  if (!run || !isOf(person, run)) fail('record.not-found', {}, { status: 404 })
  const scopes = await house.grants.scopes(tenant, person, run.entity, 'import')
  if (scopes.length === 0) fail('record.not-allowed', { entity: run.entity }, { status: 403 })
  return run
}

/** Once it has begun, also of the key that it was begun with. */
function isOf(person: Person, { byUser, plan }: ImportRun): boolean {
  return byUser === person.id && (plan === null || isAsWide(person, plan.scopes ?? null))
}
