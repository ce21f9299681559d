/** Copies folders so that the copy survives a power cut. */
import { copyFile, mkdir, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** What to do with an entry, told by its path inside the tree. */
export type Choice = 'copy' | 'skip' | 'empty'

/**
 * Copies a folder that may be written to meanwhile: what vanishes is left out.
 * @param choose `empty` keeps a folder without what is in it
 */
export async function copyTree(
  from: string,
  to: string,
  choose: (path: string) => Choice = () => 'copy',
): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  await copyFolder(from, to, '', choose)
}

async function copyFolder(
  from: string,
  to: string,
  inside: string,
  choose: (path: string) => Choice,
): Promise<void> {
  for (const entry of await entriesOf(join(from, inside))) {
    const path = join(inside, entry.name)
    const choice = choose(path)
    if (choice === 'skip') continue
    if (entry.isDirectory()) {
      await mkdir(join(to, path), { mode: 0o700 })
      if (choice === 'copy') await copyFolder(from, to, path, choose)
    } else await copyDurably(join(from, path), join(to, path))
  }
}

async function entriesOf(folder: string) {
  return (await unlessVanished(readdir(folder, { withFileTypes: true }))) ?? []
}

/** Copies one file and waits until it is on disk; a file that has vanished is left out. */
export async function copyDurably(from: string, to: string): Promise<void> {
  const copied = await unlessVanished(copyFile(from, to).then(() => true))
  if (!copied) return
  const file = await open(to, 'r+')
  await file.sync().finally(() => file.close())
}

async function unlessVanished<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
