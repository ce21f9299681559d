/** Does work on very many records portion by portion, each with its progress in one transaction. */
import { personOf } from '../access/load-person.ts'
import type { Caller } from '../action/caller.ts'
import { readerOf } from '../action/caller.ts'
import { write, type WriteWish } from '../action/write.ts'
import { fail, type Refusal } from '../base/fail.ts'
import type { House } from '../house.ts'
import { asProgram } from '../jobs/as-program.ts'
import { defineJob, type JobCall } from '../jobs/job.ts'
import { bringKeysUpToDate } from '../duplicates/index-keys.job.ts'
import { scanPortion } from '../duplicates/scan-portion.ts'
import { tellBulkEnd } from '../notify/tell-bulk-end.ts'
import { holdRun } from '../run/hold-run.ts'
import { sendEnd } from '../run/progress.ts'
import type { Fault, RunPlace, Standing } from '../run/run.ts'
import { isFinal, untilEnd } from '../run/until-end.ts'
import { entityOf } from '../registry.ts'
import { sendUndoOpen, undoPortion } from '../undo/undo-portion.ts'
import { bulkJobName } from './begin-bulk-run.ts'
import { keyOf, readRun, sendForgetPicked, sendPortion, type BulkRun } from './bulk-run.ts'
import { doPortion } from './do-portion.ts'

/** Small enough that progress is seen and a cancel is heard soon. */
const atOnce = 200

interface Work {
  house: House
  tenant: string
  /** As the last portion that is in left it. */
  run: BulkRun
}

const ways = {
  change: doPortion,
  delete: doPortion,
  action: doPortion,
  undo: undoPortion,
  scan: scanPortion,
} as const

export const bulkJob = defineJob({
  name: bulkJobName,
  label: 'Changes of many records',
  run: (house, call) => workBulk(house, call),
})

/** May be delivered twice: what is done is counted in the run and not done again. */
export async function workBulk(house: House, call: JobCall): Promise<void> {
  const { tenant } = call
  const run = await readRun(house.database, tenant, String(call.payload.run))
  if (run?.status !== 'running') return
  const work: Work = { house, tenant, run }
  await untilEnd(
    call,
    'bulk.broken-off',
    async () => {
      if (run.kind === 'scan')
        await bringKeysUpToDate(house, call, entityOf(house.registry, run.entity))
      await goThrough(work, call.signal)
    },
    (fault) => end(work, 'failed', fault),
  )
}

async function goThrough(work: Work, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted()
    const came = await next(work, atOnce)
    if (came === 'elsewhere') return
    if (came === 'through') return end(work, 'done')
    if (came !== 'here') return end(work, 'cancelled')
  }
}

/** What breaks the transaction is closed in on, down to the record that does. */
async function next(work: Work, most: number, inTheWay?: Refusal): Promise<Standing | 'through'> {
  try {
    return await together(work, most, inTheWay)
  } catch (error) {
    if (!isFinal(error) || inTheWay || error.rule === 'record.not-allowed') throw error
    return most === 1 ? next(work, 1, error) : next(work, Math.ceil(most / 4))
  }
}

async function together(
  work: Work,
  most: number,
  inTheWay?: Refusal,
): Promise<Standing | 'through'> {
  const { house, tenant, run } = work
  const came = await write(house, await callerOf(work), wishOf(run), async (unit) => {
    const standing = await holdRun(unit.tx, keyOf(tenant, run.id), placeOf(run))
    if (standing !== 'here') return { standing }
    const portion = await ways[run.kind](unit, run, most, inTheWay)
    const isFurther = portion.at !== undefined && portion.at !== run.counts.at
    if (portion.done === 0 && !isFurther) return { standing: 'through' as const }
    const after = sendPortion(unit.tx, keyOf(tenant, run.id), run, portion, house.now())
    return { standing, after }
  })
  if (came.after) work.run = { ...run, ...came.after }
  return came.standing
}

/** As the person is now, by the way and with the key that were used. */
async function callerOf({ house, tenant, run }: Work): Promise<Caller> {
  const { via, scopes } = run.wish
  const { today } = await readerOf(house, asProgram(tenant))
  const person = await personOf(house.database, tenant, run.byUser, today)
  if (!person) fail('bulk.person-gone')
  return { tenant, person: { ...person, scopes }, via }
}

function wishOf({ kind, entity, operation, wish }: BulkRun): WriteWish {
  const reason = wish.reason === undefined ? {} : { reason: wish.reason }
  if (kind === 'action' || kind === 'undo' || kind === 'scan' || operation === null) return reason
  return {
    ...reason,
    operation: { kind: kind === 'delete' ? kind : 'bulk', entity, id: operation },
  }
}

/** What is being undone is marked as undone from the beginning. */
function placeOf({ status, kind, operation, counts }: BulkRun): RunPlace {
  return { status, operation: kind === 'undo' ? null : operation, done: counts.done }
}

async function end(
  { house, tenant, run }: Work,
  status: 'done' | 'failed' | 'cancelled',
  fault?: Fault,
): Promise<void> {
  const key = keyOf(tenant, run.id)
  await house.database.transaction(tenant, async (tx) => {
    if ((await holdRun(tx, key, { ...placeOf(run), operation: null })) === 'elsewhere') return
    sendEnd(tx, key, { status, ...(fault ? { fault } : {}) }, house.now())
    sendForgetPicked(tx, key)
    if (run.kind === 'undo') sendUndoOpen(tx, tenant, run, status)
    await tellBulkEnd(house, tx, tenant, run, status)
  })
}
