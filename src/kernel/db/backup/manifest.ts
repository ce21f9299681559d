/** What a backup says of itself, so that a restore can refuse what does not fit. */
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const tableSchema = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.number(),
})

const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  withFiles: z.boolean(),
  /** Absent in backups of older versions. */
  cause: z.enum(['daily', 'hand', 'upgrade']).optional(),
  bytes: z.number().optional(),
  content: z.discriminatedUnion('kind', [
    /** The server's own files: quick and exact, for the same major version and platform. */
    z.object({ kind: z.literal('physical'), postgres: z.string(), platform: z.string() }),
    /** One text file per table: for any server with the same migrations. */
    z.object({
      kind: z.literal('logical'),
      tables: z.array(tableSchema),
      migrations: z.array(z.string()),
    }),
  ]),
})

export type Manifest = z.infer<typeof manifestSchema>
export type Cause = NonNullable<Manifest['cause']>
export type TableExport = z.infer<typeof tableSchema>
export type LogicalContent = Extract<Manifest['content'], { kind: 'logical' }>

/** The platform that a physical backup is bound to, e.g. `linux-x64`. */
export const platform = `${process.platform}-${process.arch}`

const fileName = 'backup.json'

export function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  return writeFile(join(folder, fileName), `${JSON.stringify(manifest, null, 2)}\n`)
}

/** @throws when the folder holds no complete backup */
export async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, fileName)
  if (!existsSync(path)) throw new Error(`${folder} holds no backup (no ${fileName} in it).`)
  return manifestSchema.parse(JSON.parse(await readFile(path, 'utf8')))
}
