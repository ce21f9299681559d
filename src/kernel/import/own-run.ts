/** An import belongs to who began it. */
import { fail } from '../base/fail.ts'
import type { Caller } from '../action/caller.ts'
import type { Asker } from '../http/asker.ts'
import { readRun, type ImportRun } from './run-store.ts'

/** @throws {Refusal} `record.not-found` (404) */
export async function ownRun({ house }: Asker, caller: Caller, id: string): Promise<ImportRun> {
  const run = await readRun(house.database, caller.tenant, id)
  if (!run || run.byUser !== caller.person.id) fail('record.not-found', {}, { status: 404 })
  return run
}
