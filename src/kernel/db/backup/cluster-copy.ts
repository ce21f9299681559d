/** Copies the embedded database's files while it runs, so that the copy starts consistently. */
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client, PoolConfig } from 'pg'
import { withClient } from '../with-client.ts'
import { type Choice, copyOne, copyTree, type OnCopied } from './copy-tree.ts'

// Rebuilt by the server at its start, or valid for the running server alone:
// PostgreSQL documentation 25.3.4, "Making a base backup using the low level API".
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'log',
])
const left = new Set(['postmaster.pid', 'postmaster.opts', 'backup_label', 'tablespace_map'])
const controlFile = 'global/pg_control'

/** Copies the cluster and the write-ahead log that makes the copy consistent. */
export async function copyCluster(
  owner: PoolConfig,
  cluster: string,
  to: string,
  onCopied: OnCopied,
): Promise<void> {
  await withClient(owner, async (client) => {
    await keepLog(client)
    await client.query("select pg_backup_start('shangmai', fast => true)")
    await copyTree(cluster, to, { choose, onCopied })
    // Last, as it tells the server where the log begins.
    await copyOne(join(cluster, controlFile), join(to, controlFile))
    await finish(client, cluster, to)
  })
}

// The slot goes with the connection; until then the server keeps the log that the copy needs.
async function keepLog(client: Client): Promise<void> {
  await client.query(
    "select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)",
  )
}

function choose(path: string): Choice {
  if (emptied.has(path)) return 'empty'
  const temporary = /(^|\/)(pgsql_tmp|pg_internal\.init)/.test(path)
  return temporary || left.has(path) || path === controlFile ? 'skip' : 'copy'
}

interface BackupEnd {
  label: string
  first: string
  last: string
}

async function finish(client: Client, cluster: string, to: string): Promise<void> {
  const answer = await client.query<BackupEnd>(
    `select labelfile as label, pg_walfile_name(lsn) as last,
       substring(labelfile from 'file ([0-9A-F]{24})') as first
     from pg_backup_stop(wait_for_archive => false)`,
  )
  const end = answer.rows[0]
  if (!end) throw new Error('The server did not end the backup.')
  await writeFile(join(to, 'backup_label'), end.label)
  await copyLog(end, join(cluster, 'pg_wal'), join(to, 'pg_wal'))
}

async function copyLog(end: BackupEnd, from: string, to: string): Promise<void> {
  for (const folder of ['archive_status', 'summaries']) await mkdir(join(to, folder))
  for (const name of await readdir(from)) {
    const isSegment = /^[0-9A-F]{24}$/.test(name) && name >= end.first && name <= end.last
    if (isSegment || name.endsWith('.history')) {
      await copyOne(join(from, name), join(to, name))
    }
  }
}
