/** Writes every table to a text file, all as of one moment. */
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Client, type PoolConfig, escapeIdentifier } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { withClient } from '../with-client.ts'
import type { OnCopied } from './copy-tree.ts'
import type { LogicalContent, TableExport } from './manifest.ts'

/** Exports the tables of the schema `public`; the job queue's own schema is not part of it. */
export function exportTables(
  owner: PoolConfig,
  folder: string,
  onCopied: OnCopied,
): Promise<LogicalContent> {
  return withClient(owner, async (client) => {
    await client.query('begin isolation level repeatable read read only')
    // A server's own taste in dates must not reach the files.
    await client.query("set local datestyle to 'ISO'")
    await mkdir(folder, { mode: 0o700 })
    const tables: TableExport[] = []
    for (const table of await listTables(client)) {
      tables.push(await exportTable(client, table, { folder, onCopied }))
    }
    return { kind: 'logical', tables, migrations: await ranMigrations(client) }
  })
}

export interface Table {
  name: string
  /** Columns that hold rows' own values; the server computes the others. */
  columns: string[]
}

/** Every table but the record of migrations, which belongs to the database that it is in. */
export async function listTables(client: Client): Promise<Table[]> {
  const answer = await client.query<Table>(
    `select relname::text as name, array_agg(attname::text order by attnum) as columns
     from pg_class join pg_attribute on attrelid = pg_class.oid
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
       and attnum > 0 and not attisdropped and attgenerated = '' and relname <> 'shangmai_migration'
     group by relname order by relname`,
  )
  return answer.rows
}

/** Names and checksums of the migrations that shaped the tables. */
export async function ranMigrations(client: Client): Promise<string[]> {
  const answer = await client.query<{ ran: string }>(
    `select number || '-' || name || ' ' || checksum as ran
     from public.shangmai_migration order by number`,
  )
  return answer.rows.map((row) => row.ran)
}

/** Column names, quoted, for a statement. */
export function columnList(columns: readonly string[]): string {
  return columns.map((column) => escapeIdentifier(column)).join(', ')
}

async function exportTable(
  client: Client,
  table: Table,
  { folder, onCopied }: { folder: string; onCopied: OnCopied },
): Promise<TableExport> {
  const rows = `select ${columnList(table.columns)} from public.${escapeIdentifier(table.name)}`
  const source = client.query(copyTo(`copy (${rows}) to stdout`))
  const path = join(folder, `${table.name}.copy`)
  const counted = async function* (pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      onCopied(piece.length)
      yield piece
    }
  }
  await pipeline(source, counted, createWriteStream(path, { mode: 0o600 }))
  return { ...table, rows: source.rowCount }
}
