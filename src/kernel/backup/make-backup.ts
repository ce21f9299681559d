/** Makes one backup at a time, and says how far it is while people work on. */
import { mkdir, statfs } from 'node:fs/promises'
import type { PoolConfig } from 'pg'
import { fail, Refusal, type Facts } from '../base/fail.ts'
import { backup } from '../db/backup/backup.ts'
import { expectedBytes } from '../db/backup/expected-bytes.ts'
import { removeOldBackups, removeUnfinished } from '../db/backup/kept-backups.ts'
import type { Cause } from '../db/backup/manifest.ts'
import { withClient } from '../db/with-client.ts'
import type { House } from '../house.ts'
import type { JobCall, JobLog } from '../jobs/job.ts'
import { failed, keepRun, planOf, type BackupRun } from './plan.ts'

export interface BackupPlace {
  /** Owns the tables of all companies: a backup is of the whole installation. */
  owner: PoolConfig
  dataDir: string
  backupDir: string
}

type Call = Pick<JobCall, 'signal' | 'log'>

const tellEveryMs = 700

/** Does nothing while another process makes one. Why it failed is kept for the administrators. */
export async function makeBackup(
  place: BackupPlace,
  house: House,
  call: Call,
  cause: Cause,
): Promise<void> {
  await withClient(place.owner, async (client) => {
    const lock = await client.query<{ mine: boolean }>(
      "select pg_try_advisory_lock(hashtext('shangmai.backup')) as mine",
    )
    if (!lock.rows[0]?.mine) return
    const startedAt = house.now().toISOString()
    const run: BackupRun = { state: 'running', startedAt, at: startedAt, bytes: 0, expected: 0 }
    try {
      await copy(place, house, call, { run, cause })
      await keepRun(house, { ...run, state: 'done', at: house.now().toISOString() })
    } catch (error) {
      const { rule, facts } = reasonOf(error, call.signal)
      await keepRun(house, failed(run, house.now(), rule, facts))
      call.log.error({ err: error }, 'A backup failed')
    }
  })
}

async function copy(
  place: BackupPlace,
  house: House,
  { signal, log }: Call,
  { run, cause }: { run: BackupRun; cause: Cause },
): Promise<void> {
  const now = house.now()
  await mkdir(place.backupDir, { recursive: true, mode: 0o700 })
  await removeUnfinished(place.backupDir, now)
  run.expected = await expectedBytes(place)
  await refuseFullDisk(place.backupDir, run.expected)
  await keepRun(house, run)
  const stopTelling = tell(house, run, log)
  try {
    const onCopied = (bytes: number) => {
      signal.throwIfAborted()
      run.bytes += bytes
    }
    await backup({ ...place, now, cause, onCopied })
  } finally {
    await stopTelling()
  }
  if (cause === 'daily') await removeOldBackups(place.backupDir, (await planOf(house)).kept)
}

/** Says every moment how far it is. @returns how to stop, once what was said last is kept */
function tell(house: House, run: BackupRun, log: JobLog): () => Promise<void> {
  let telling = Promise.resolve()
  const timer = setInterval(() => {
    run.at = house.now().toISOString()
    telling = keepRun(house, run).catch((error: unknown) =>
      log.warn({ err: error }, 'How far the backup is could not be told'),
    )
  }, tellEveryMs)
  return () => {
    clearInterval(timer)
    return telling
  }
}

async function refuseFullDisk(folder: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const megabytes = (bytes: number) => Math.ceil(bytes / 10 ** 6)
  const free = bavail * bsize
  if (free < needed * 1.1)
    fail('backup.no-room', { needed: megabytes(needed * 1.1), free: megabytes(free) })
}

function reasonOf(error: unknown, { aborted }: AbortSignal): { rule: string; facts: Facts } {
  if (error instanceof Refusal) return { rule: error.rule, facts: error.facts }
  if (aborted) return { rule: 'backup.broke-off', facts: {} }
  const said = error instanceof Error ? error.message : String(error)
  return { rule: 'backup.failed', facts: { said: said.slice(0, 500) } }
}
