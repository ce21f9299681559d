/** A world whose house has the real thing: the queue, the file store, the change feed. */
import { afterAll, beforeAll } from 'vitest'
import { openDatabase } from '../db/database.ts'
import type { DatabaseAccess } from '../db/roles.ts'
import { withClient } from '../db/with-client.ts'
import type { Module } from '../module.ts'
import { planMigration } from '../plan/plan.ts'
import { schemaOf } from '../plan/schema.ts'
import { buildRegistry, type Registry } from '../registry.ts'
import { cloneDatabase } from './cluster.ts'
import { openWorld, type World } from './world.ts'

export interface FurnishedWorld extends World {
  access: DatabaseAccess
}

/** Replaces parts of the house; answers how to close what it opened. */
export type Furnish = (world: FurnishedWorld) => Promise<() => Promise<void>>

/** Opens one world for a test file; tables that no migration has yet are made from the modules. */
export function useHouse(modules: readonly Module[], furnish: Furnish): () => FurnishedWorld {
  let world: FurnishedWorld | null = null
  const closing: (() => Promise<void>)[] = []
  beforeAll(async () => {
    const { access, drop } = await cloneDatabase()
    closing.unshift(drop)
    const registry = buildRegistry(modules)
    await createMissingTables(access, registry)
    const database = openDatabase(access.app)
    closing.unshift(() => database.close())
    world = Object.assign(await openWorld(database, registry), { access })
    closing.unshift(await furnish(world))
  })
  afterAll(async () => {
    for (const close of closing) await close()
  })
  return () => {
    if (!world) throw new Error('The world opens before the first test')
    return world
  }
}

async function createMissingTables(access: DatabaseAccess, registry: Registry): Promise<void> {
  const wished = schemaOf([...registry.entities.values()])
  await withClient(access.owner, async (client) => {
    const found = await client.query<{ tablename: string }>('select tablename from pg_tables')
    const known = new Set(found.rows.map((row) => row.tablename))
    const missing = Object.entries(wished.tables).filter(([name]) => !known.has(name))
    const statements = planMigration({ tables: {} }, { tables: Object.fromEntries(missing) })
    await client.query(statements.join('\n'))
  })
}

/** Waits until something has come true. @throws the last failure after about 15 seconds */
export async function eventually<T>(look: () => T | Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await look()
    } catch (error) {
      if (attempt >= 150) throw error
      await new Promise((resolve) => {
        setTimeout(resolve, 100)
      })
    }
  }
}
