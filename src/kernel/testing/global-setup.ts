/** One throw-away database server per test run, with the product's schema ready to be cloned. */
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Embedded, startEmbedded } from '#kernel/db/embedded/embedded.ts'
import { isAlive } from '#kernel/db/embedded/process-state.ts'
import { placeOf } from '#kernel/db/embedded/place.ts'
import { stopServer } from '#kernel/db/embedded/postmaster.ts'
import { migrate } from '#kernel/db/migrate/migrate.ts'
import { prepareRoles } from '#kernel/db/roles.ts'
import { withClient } from '#kernel/db/with-client.ts'

declare module 'vitest' {
  interface ProvidedContext {
    cluster: Embedded['connection']
  }
}

const prefix = 'shangmai-test-'

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep()
  const dataDir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  const embedded = await startEmbedded({ dataDir, durable: false })
  const { connection } = embedded
  try {
    await createTemplates(connection)
  } catch (error) {
    await remove(embedded, dataDir)
    throw error
  }
  project.provide('cluster', connection)
  return () => remove(embedded, dataDir)
}

async function remove(embedded: Embedded, dataDir: string): Promise<void> {
  await embedded.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

// `shangmai` itself is the empty template: roles and rights, no tables.
async function createTemplates(connection: Embedded['connection']): Promise<void> {
  await prepareRoles(connection)
  const work = { ...connection, database: 'postgres' }
  await withClient(work, async (client) => {
    await client.query(`create database template_shangmai template ${connection.database}`)
  })
  const owner = { ...connection, database: 'template_shangmai' }
  await migrate({ owner, folder: resolve('migrations'), log: () => undefined })
  await withClient(work, async (client) => {
    // A template that somebody is connected to cannot be cloned.
    for (const name of ['template_shangmai', connection.database]) {
      await client.query(`alter database ${name} with allow_connections false`)
    }
  })
}

// A run that was killed leaves its server behind.
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name)
    if (!name.startsWith(prefix) || isAlive(Number.parseInt(name.slice(prefix.length), 10)))
      continue
    if (lstatSync(folder, { throwIfNoEntry: false })?.uid !== process.getuid?.()) continue
    await stopServer(placeOf(folder))
    rmSync(folder, { recursive: true, force: true })
  }
}
