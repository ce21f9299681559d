/** Lends a stored file as one on disk, to what reads here and there in it. */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FileStore } from './store.ts'

/** The copy is gone once `use` has ended, however it ended. */
export async function onDisk<T>(
  files: FileStore,
  hash: string,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'shangmai-file-'))
  try {
    const path = join(folder, 'file')
    await pipeline(files.open(hash), createWriteStream(path))
    return await use(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
