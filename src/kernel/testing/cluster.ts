/** A database of its own for a test file, cloned from the migrated template. */
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { type Client, DatabaseError } from 'pg'
import { inject } from 'vitest'
import { type DatabaseAccess, appRole } from '#kernel/db/roles.ts'
import { withClient } from '#kernel/db/with-client.ts'
import './global-setup.ts'

export interface ClonedDatabase {
  access: DatabaseAccess
  /** Removes the database; connections that are still open are cut. */
  drop: () => Promise<void>
}

const templateInUse = '55006'

/**
 * Clones the template: the migrated schema, or with `empty` only the roles and their rights.
 * Tests of one file share it; call `drop` in `afterAll`.
 */
export async function cloneDatabase(options: { empty?: boolean } = {}): Promise<ClonedDatabase> {
  const cluster = inject('cluster')
  const server = { ...cluster, database: 'postgres' }
  const template = options.empty ? cluster.database : 'template_shangmai'
  const database = `test_${randomUUID().replaceAll('-', '')}`
  await withClient(server, (client) => clone(client, template, database))
  const owner = { ...cluster, database }
  const drop = () =>
    withClient(server, async (client) => {
      await client.query(`drop database if exists ${database} with (force)`)
    })
  return { access: { owner, app: { ...owner, user: appRole } }, drop }
}

async function clone(client: Client, template: string, database: string): Promise<void> {
  await client.query("select pg_advisory_lock(hashtext('shangmai.clone'))")
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`create database ${database} template ${template} strategy wal_log`)
      return
    } catch (error) {
      const busy = error instanceof DatabaseError && error.code === templateInUse
      if (!busy || attempt === 20) throw error
      await delay(100)
    }
  }
}
