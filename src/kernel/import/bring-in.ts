/** Takes the rows of a table into the house in batches, with progress, cancel and undo. */
import { readerOf } from '../action/caller.ts'
import { oneAhead } from '../base/breathe.ts'
import { fail } from '../base/fail.ts'
import { bringBatch, rowOf, type Work } from './bring-batch.ts'
import type { Table, TableRow } from './file/table.ts'
import { tellImportEnd } from '../notify/tell-import-end.ts'
import { sendCounts, sendEnd } from '../run/progress.ts'
import type { RunEnd } from '../run/run.ts'
import { forgetProblems } from './run-problems.ts'
import { keyOf } from './run-store.ts'
import { refuseTwice } from './uniques.ts'

const batchRows = 500

/** @throws {Refusal} for what is wrong with the file as such, and `import.taken-back` */
export async function bringIn(work: Work, signal: AbortSignal): Promise<void> {
  if (work.dryRun) await startAnew(work)
  if (work.counts.total === 0) work.counts.total = await rowsIn(work.table)
  for await (const batch of oneAhead(batchesOf(work))) {
    signal.throwIfAborted()
    const standing = await bringBatch(work, batch)
    if (standing === 'taken-back') fail('import.taken-back')
    if (standing === 'elsewhere') return
    if (standing === 'cancelled') return end(work, 'cancelled')
  }
  await end(work, work.dryRun ? 'checked' : 'done')
}

/** Counted first, so that progress has an end, and a damaged file is refused before any row. */
async function rowsIn(table: Table): Promise<number> {
  let count = 0
  for await (const _ of table.rows()) count += 1
  return count
}

/** A check that was broken off kept nothing but its account. */
function startAnew({ house, caller: { tenant }, run, counts }: Work): Promise<void> {
  return house.database.transaction(tenant, async (tx) => {
    forgetProblems(tx, tenant, run.id)
    sendCounts(tx, keyOf(tenant, run.id), counts, house.now())
  })
}

/** Batches behind the rows that are in; of those only the values that stand once are noted. */
async function* batchesOf(work: Work): AsyncGenerator<TableRow[]> {
  const { house, caller, entity, table, memory } = work
  const finished = work.counts.done
  const place = await readerOf(house, caller)
  let batch: TableRow[] = []
  let position = 0
  for await (const row of table.rows()) {
    position += 1
    if (position <= finished) {
      refuseTwice(entity, [rowOf(work, row, place)], place, memory.firstRows)
      continue
    }
    batch.push(row)
    if (batch.length < batchRows) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function end({ house, caller: { tenant }, run, counts }: Work, status: RunEnd): Promise<void> {
  return house.database.transaction(tenant, async (tx) => {
    sendEnd(tx, keyOf(tenant, run.id), { status }, house.now())
    if (status === 'done') await tellImportEnd(house, tx, tenant, { ...run, counts }, status)
  })
}
