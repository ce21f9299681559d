/** Writes the next migration from the registry, for people to review, and remembers what it saw. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Entity } from '../entity/entity.ts'
import { planMigration } from './plan.ts'
import { schemaOf, type Schema } from './schema.ts'

const snapshotName = 'snapshot.json'

/** @returns path of the file written, or null when the registry asks for nothing new */
export function writeMigration(
  folder: string,
  entities: readonly Entity[],
  name: string,
): string | null {
  const wished = schemaOf(entities)
  const statements = planMigration(readSnapshot(folder), wished)
  if (statements.length === 0) return null
  const number = nextNumber(folder)
  const path = join(folder, `${number}-${name}.sql`)
  writeFileSync(path, `-- Planned from the declared entities.\n\n${statements.join('\n\n')}\n`)
  writeFileSync(join(folder, snapshotName), `${JSON.stringify(wished, null, 1)}\n`)
  return path
}

export function readSnapshot(folder: string): Schema {
  const path = join(folder, snapshotName)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Schema) : { tables: {} }
}

function nextNumber(folder: string): string {
  const numbers = readdirSync(folder)
    .map((file) => /^(\d{4})-.*\.sql$/u.exec(file)?.[1])
    .filter((number) => number !== undefined)
    .map(Number)
  return String(Math.max(0, ...numbers) + 1).padStart(4, '0')
}
