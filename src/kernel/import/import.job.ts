/** Reads a table to its end: checks it, or writes it, and says why when it cannot go on. */
import { personOf } from '../access/load-person.ts'
import type { Person } from '../access/person.ts'
import { readerOf } from '../action/caller.ts'
import { fail } from '../base/fail.ts'
import type { House } from '../house.ts'
import { asProgram } from '../jobs/as-program.ts'
import { defineJob, type JobCall } from '../jobs/job.ts'
import { tellImportEnd } from '../notify/tell-import-end.ts'
import { entityOf } from '../registry.ts'
import { sendEnd } from '../run/progress.ts'
import { untilEnd } from '../run/until-end.ts'
import type { Work } from './bring-batch.ts'
import { bringIn } from './bring-in.ts'
import type { Column } from './convert-row.ts'
import { openFirstRows } from './first-rows.ts'
import { openRunTable } from './open-run-table.ts'
import { keyOf, noCounts, readRun, type ImportRun } from './run-store.ts'
import { importTargets } from './targets.ts'

export const importJobName = 'kernel.import'

export const importJob = defineJob({
  name: importJobName,
  label: 'Imports',
  run: (house, call) => importFile(house, call),
})

/** May be delivered twice: rows that came in are counted in the run and passed over. */
export async function importFile(house: House, call: JobCall): Promise<void> {
  const { tenant } = call
  const run = await readRun(house.database, tenant, String(call.payload.run))
  if (!run?.plan || (run.status !== 'checking' && run.status !== 'running')) return
  await untilEnd(
    call,
    'import.broken-off',
    async () => bringIn(await openWork(house, tenant, run), call.signal),
    (fault) =>
      house.database.transaction(tenant, async (tx) => {
        sendEnd(tx, keyOf(tenant, run.id), { status: 'failed', fault }, house.now())
        await tellImportEnd(house, tx, tenant, run, 'failed')
      }),
  )
}

/** As the person is now, with the key that was used. */
async function personBehind(
  house: House,
  tenant: string,
  { byUser, plan }: ImportRun,
): Promise<Person | null> {
  if (byUser === null) return null
  const { today } = await readerOf(house, asProgram(tenant))
  const person = await personOf(house.database, tenant, byUser, today)
  return person && { ...person, scopes: plan?.scopes ?? null }
}

async function openWork(house: House, tenant: string, run: ImportRun): Promise<Work> {
  const person = await personBehind(house, tenant, run)
  if (!run.plan || !person) fail('import.person-gone')
  const { plan, status } = run
  const entity = entityOf(await house.registries.of(tenant), run.entity)
  const targets = new Map(importTargets(entity, person).map((target) => [target.field, target]))
  const table = await openRunTable(run)
  const columns = table.header.flatMap((_, index): Column[] => {
    const target = targets.get(plan.mapping[String(index)] ?? '')
    return target ? [{ index, target }] : []
  })
  const caller = { tenant, person, via: 'import' as const }
  // A check that is begun again begins from the first row: it kept nothing.
  const counts = status === 'running' ? run.counts : { ...noCounts, total: run.counts.total }
  return {
    house,
    caller,
    entity,
    run,
    plan,
    table,
    columns,
    counts,
    dryRun: status === 'checking',
    memory: { firstRows: openFirstRows(), added: openFirstRows() },
  }
}
