/** Fills a freshly migrated database from the tables' text files. */
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Client, type PoolConfig, escapeIdentifier } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { withClient } from '../with-client.ts'
import type { LogicalContent, TableExport } from './manifest.ts'
import { columnList, listTables, ranMigrations } from './tables-out.ts'

/**
 * Imports all tables in one transaction.
 * @throws when the database's migrations differ, or it already holds a company's rows
 */
export function importTables(
  owner: PoolConfig,
  folder: string,
  content: LogicalContent,
): Promise<void> {
  return withClient(owner, async (client) => {
    await client.query('begin')
    await refuseOtherMigrations(client, content)
    await refuseRows(client)
    const references = await dropReferences(client)
    const names = content.tables.map((table) => `public.${escapeIdentifier(table.name)}`)
    // What the migrations put in comes again with the backup.
    if (names.length > 0) await client.query(`truncate ${names.join(', ')}`)
    for (const table of content.tables) await importTable(client, table, folder)
    for (const statement of references) await client.query(statement)
    await client.query('commit')
  })
}

async function refuseOtherMigrations(client: Client, content: LogicalContent): Promise<void> {
  const here = await ranMigrations(client)
  if (here.join('\n') === content.migrations.join('\n')) return
  throw new Error(
    'The backup was made by another version of the program ' +
      `(last migration there: ${lastOf(content.migrations)}, here: ${lastOf(here)}): ` +
      'restore it into a database that no version has prepared yet, with that version or a newer.',
  )
}

// Without its checksum.
function lastOf(migrations: readonly string[]): string {
  return migrations.at(-1)?.split(' ')[0] ?? 'none'
}

async function refuseRows(client: Client): Promise<void> {
  for (const { name, columns } of await listTables(client)) {
    if (!columns.includes('tenant')) continue
    const rows = await client.query(`select 1 from public.${escapeIdentifier(name)} limit 1`)
    if (rows.rowCount) {
      throw new Error(
        `The database is not empty: ${name} holds rows. ` +
          'Restore into an empty one: another DATA_DIR or DATABASE_URL.',
      )
    }
  }
}

// Tables may refer to each other in circles, so no order of filling them would do.
async function dropReferences(client: Client): Promise<string[]> {
  const answer = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, conname::text as name,
       pg_get_constraintdef(oid) as definition from pg_constraint
     where contype = 'f' and conparentid = 0 and connamespace = 'public'::regnamespace`,
  )
  const again: string[] = []
  for (const { table, name, definition } of answer.rows) {
    const constraint = escapeIdentifier(name)
    await client.query(`alter table ${table} drop constraint ${constraint}`)
    again.push(`alter table ${table} add constraint ${constraint} ${definition}`)
  }
  return again
}

async function importTable(client: Client, table: TableExport, folder: string): Promise<void> {
  const into = `public.${escapeIdentifier(table.name)} (${columnList(table.columns)})`
  const target = client.query(copyFrom(`copy ${into} from stdin`))
  await pipeline(createReadStream(join(folder, `${table.name}.copy`)), target)
  if (target.rowCount === table.rows) return
  throw new Error(`${table.name} has ${target.rowCount} rows in the backup, not ${table.rows}.`)
}
