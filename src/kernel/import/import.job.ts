/** Reads a file to its end in batches: checks it, or writes it, with progress, cancel and undo. */
import { personOf } from '../access/load-person.ts'
import type { Person } from '../access/person.ts'
import type { Caller } from '../action/caller.ts'
import { readerOf } from '../action/caller.ts'
import { write } from '../action/write.ts'
import type { Unit } from '../action/unit.ts'
import { Refusal } from '../base/fail.ts'
import { newId } from '../db/new-id.ts'
import type { Entity } from '../entity/entity.ts'
import type { House } from '../house.ts'
import { defineJob, type JobCall } from '../jobs/job.ts'
import { entityOf } from '../registry.ts'
import { convertRow, type Column } from './convert-row.ts'
import type { Table, TableRow } from './file/table.ts'
import { openRunTable } from './open-run-table.ts'
import type { Row } from './resolve-refs.ts'
import {
  noCounts,
  readRun,
  saveRun,
  sendProblems,
  sendRun,
  type Counts,
  type ImportPlan,
  type ImportRun,
} from './run-store.ts'
import { importTargets } from './targets.ts'
import { writeRows, type Outcome, type Seen } from './write-rows.ts'

export const importJobName = 'kernel.import'
const batchRows = 500

export const importJob = defineJob({
  name: importJobName,
  run: (house, call) => importFile(house, call),
})

interface Work {
  house: House
  caller: Caller
  entity: Entity
  run: ImportRun
  plan: ImportPlan
  columns: Column[]
  dryRun: boolean
  operation: string
  counts: Counts
  seen: Seen
}

/** May be delivered twice: rows that were written are counted in the run and passed over. */
export async function importFile(house: House, call: JobCall): Promise<void> {
  const id = String(call.payload.run)
  const run = await readRun(house.database, call.tenant, id)
  if (!run?.plan || (run.status !== 'checking' && run.status !== 'running')) return
  const person = run.byUser
    ? await personOf(house.database, call.tenant, run.byUser, '1000-01-01')
    : null
  if (!person) return saveRun(house.database, call.tenant, id, { status: 'failed' }, house.now())
  try {
    const table = await openRunTable(run)
    await readAll(workOf(house, call, run, run.plan, person, table), table)
  } catch (error) {
    await saveRun(house.database, call.tenant, id, { status: 'failed' }, house.now())
    if (!(error instanceof Refusal)) throw error
  }
}

function workOf(
  house: House,
  call: JobCall,
  run: ImportRun,
  plan: ImportPlan,
  person: Person,
  table: Table,
): Work {
  const entity = entityOf(house.registry, run.entity)
  const targets = new Map(importTargets(entity, person).map((target) => [target.field, target]))
  const columns = table.header.flatMap((_, index) => {
    const target = targets.get(plan.mapping[String(index)] ?? '')
    return target ? [{ index, target }] : []
  })
  const dryRun = run.status === 'checking'
  const caller: Caller = { tenant: call.tenant, person, via: 'import' }
  const operation = run.operation ?? newId()
  return {
    house,
    caller,
    entity,
    run,
    plan,
    columns,
    dryRun,
    operation,
    counts: { ...noCounts, ...(dryRun ? {} : run.counts) },
    seen: new Map(),
  }
}

async function readAll(work: Work, table: Table): Promise<void> {
  const { house, caller, run } = work
  const finished = work.counts.done
  let batch: TableRow[] = []
  let position = 0
  for await (const row of table.rows()) {
    position += 1
    if (position <= finished) continue
    batch.push(row)
    if (batch.length < batchRows) continue
    if (await isCancelled(work)) return
    await writeBatch(work, batch)
    batch = []
  }
  if (batch.length > 0) await writeBatch(work, batch)
  const status = work.dryRun ? 'checked' : 'done'
  work.counts.total = position
  await saveRun(
    house.database,
    caller.tenant,
    run.id,
    { status, counts: work.counts, operation: work.operation },
    house.now(),
  )
}

async function isCancelled({ house, caller, run, counts, operation }: Work): Promise<boolean> {
  const now = await readRun(house.database, caller.tenant, run.id)
  if (!now?.cancelWanted) return false
  await saveRun(
    house.database,
    caller.tenant,
    run.id,
    { status: 'cancelled', counts, operation },
    house.now(),
  )
  return true
}

/** All rows in one transaction; when one breaks it, each in its own, so that the others get in. */
async function writeBatch(work: Work, batch: TableRow[]): Promise<void> {
  const before = { ...work.counts }
  const seen = new Map(work.seen)
  try {
    await writeTogether(work, batch)
  } catch (error) {
    if (!(error instanceof Refusal) || batch.length === 1) throw error
    work.counts = before
    work.seen = seen
    for (const row of batch) await writeAlone(work, row)
  }
}

async function writeAlone(work: Work, row: TableRow): Promise<void> {
  const before = { ...work.counts }
  try {
    await writeTogether(work, [row])
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    work.counts = before
    const problem = { field: error.field ?? '', rule: error.rule, facts: error.facts }
    const place = await readerOf(work.house, work.caller)
    const refused = rowOf(work, row, place)
    refused.problems.push(problem)
    await keepRefused(work, refused)
  }
}

async function writeTogether(work: Work, batch: TableRow[]): Promise<void> {
  const { house, caller, entity, plan, dryRun, operation } = work
  const kept: Row[] = []
  const wish = { dryRun, operation: { kind: 'import', entity: entity.name, id: operation } }
  const counts = { ...work.counts }
  await write(house, caller, wish, async (unit) => {
    const rows = batch.map((row) => rowOf(work, row, unit.sight.reader))
    const outcome = await writeRows(unit, entity, plan, rows, work.seen)
    kept.push(...rows.filter((row) => row.problems.length > 0))
    count(counts, outcome, batch, kept.length)
    if (!dryRun) keepProgress(unit, work, counts, kept)
    return null
  })
  work.counts = counts
  if (dryRun)
    await house.database.transaction(caller.tenant, async (tx) =>
      keepProgress({ tx, sight: null }, work, counts, kept),
    )
}

function rowOf({ columns }: Work, row: TableRow, place: Parameters<typeof convertRow>[2]): Row {
  const problems = row.problem ? [{ field: '', rule: row.problem, facts: {} }] : []
  return {
    row: row.row,
    cells: row.cells,
    given: row.problem ? {} : convertRow(row.cells, columns, place),
    problems,
  }
}

function count(counts: Counts, outcome: Outcome, batch: TableRow[], rejected: number): void {
  counts.created += outcome.created
  counts.updated += outcome.updated
  counts.unchanged += outcome.unchanged
  counts.rejected += rejected
  counts.done += batch.length
  counts.unreadable += batch.reduce((all, row) => all + (row.unreadable ?? 0), 0)
}

function keepProgress(
  unit: { tx: Unit['tx']; sight: Unit['sight'] | null },
  { house, caller, run, operation }: Work,
  counts: Counts,
  kept: Row[],
): void {
  sendRun(unit.tx, caller.tenant, run.id, { counts, operation }, house.now())
  sendProblems(
    unit.tx,
    caller.tenant,
    run.id,
    kept.map(({ row, cells, problems }) => ({ id: newId(), row, cells, problems })),
  )
}

async function keepRefused(work: Work, refused: Row): Promise<void> {
  work.counts.rejected += 1
  work.counts.done += 1
  await work.house.database.transaction(work.caller.tenant, async (tx) =>
    keepProgress({ tx, sight: null }, work, work.counts, [refused]),
  )
}
