/** Each night the house throws away what it promised to keep for a while only. */
import { rm } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import { keptDays } from '../action/idempotency.ts'
import { raw, sql, type Sql } from '../db/sql.ts'
import type { House } from '../house.ts'
import { noticeDays } from '../notify/notice.ts'
import { defineJob, type Job, type JobCall } from './job.ts'

/** Uploaded import files are kept for a look at what went wrong. */
export const importFileDays = 30

/** Only below a folder of this name is anything removed. */
const importFolder = 'imports'
const batch = 1000
const dayMs = 24 * 60 * 60 * 1000

export const housekeeping: Job = defineJob({
  name: 'kernel.housekeeping',
  label: 'Clearing out what is kept for a while only',
  every: '20 3 * * *',
  async run(house, call) {
    await forgetOlder(house, call, raw('idempotency'), raw('key'), keptDays)
    await forgetEntries(house, call)
    await removeImportFiles(house, call)
    await forgetOlder(house, call, raw('notification'), raw('id'), noticeDays)
    await forgetRuns(house, call)
  },
})

function daysBefore({ now }: JobCall, days: number): Date {
  return new Date(now.getTime() - days * dayMs)
}

/** Small batches, so that nobody waits for a lock; the rest is done in the next night. */
async function inBatches(call: JobCall, removeSome: () => Promise<number>): Promise<void> {
  while (!call.signal.aborted) if ((await removeSome()) < batch) return
}

/** Rows of a table, known by `key`, that are older than so many days. */
function forgetOlder(
  house: House,
  call: JobCall,
  table: Sql,
  key: Sql,
  days: number,
): Promise<void> {
  const { tenant } = call
  const before = daysBefore(call, days)
  const old = sql`select ${key} from ${table}
    where tenant = ${tenant} and at < ${before} limit ${raw(String(batch))}`
  return inBatches(call, async () => {
    const query = sql`delete from ${table}
      where tenant = ${tenant} and ${key} in (${old}) returning ${key}`
    return (await house.database.transaction(tenant, (tx) => tx.query(query))).length
  })
}

/** Sessions and invitations that no longer open anything. */
async function forgetEntries(house: House, call: JobCall): Promise<void> {
  for (const table of [raw('session'), raw('invitation')]) {
    const over = sql`tenant = ${call.tenant} and expires_at < ${call.now}`
    const some = sql`select token_hash from ${table} where ${over} limit ${raw(String(batch))}`
    await inBatches(call, () =>
      count(house, sql`delete from ${table} where token_hash in (${some}) returning 1`),
    )
  }
}

async function count(house: House, query: Sql): Promise<number> {
  return (await house.database.control(query)).length
}

/** The account of an import stays, its file and its faulty rows go. */
function removeImportFiles(house: House, call: JobCall): Promise<void> {
  const { tenant } = call
  const before = daysBefore(call, importFileDays)
  const old = sql`select id, path from import_run
    where tenant = ${tenant} and path <> '' and updated_at < ${before}
      and status not in ('checking', 'running')
    order by id limit ${raw(String(batch))}`
  return inBatches(call, async () => {
    const runs = await house.database.read<{ id: string; path: string }>(tenant, old)
    for (const { path } of runs) await removeImportFile(path)
    const ids = runs.map((run) => run.id)
    await house.database.transaction(tenant, async (tx) => {
      tx.send(
        sql`delete from import_problem where tenant = ${tenant} and run = any(${ids}::uuid[])`,
      )
      tx.send(
        sql`update import_run set path = '' where tenant = ${tenant} and id = any(${ids}::uuid[])`,
      )
    })
    return runs.length
  })
}

/** What was done to very many stays in the log of operations. */
function forgetRuns(house: House, call: JobCall): Promise<void> {
  const { tenant } = call
  const old = sql`select id from bulk_run
    where tenant = ${tenant} and updated_at < ${daysBefore(call, noticeDays)}
      and status <> 'running' limit ${raw(String(batch))}`
  return inBatches(call, async () => {
    const query = sql`delete from bulk_run where tenant = ${tenant} and id in (${old}) returning id`
    return (await house.database.transaction(tenant, (tx) => tx.query(query))).length
  })
}

/** Files of the file store are named by their hash and swept with it (files/sweep-files.ts). */
async function removeImportFile(path: string): Promise<void> {
  if (resolve(path).split(sep).includes(importFolder)) await rm(path, { force: true })
}
