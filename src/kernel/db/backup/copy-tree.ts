/** Copies folders while they are in use, so that the copy survives a power cut. */
import { execFile } from 'node:child_process'
import { copyFile, mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Is told of the bytes of each piece once it is copied; what it throws ends the copying. */
export type OnCopied = (bytes: number) => void

/** What to do with an entry, told by its path inside the tree. */
export type Choice = 'copy' | 'skip' | 'empty'

/** Copies a folder that may be written to meanwhile: what vanishes is left out. */
export async function copyTree(
  from: string,
  to: string,
  { choose = () => 'copy', onCopied }: CopyWish = {},
): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  await copyFolder(from, to, '', { choose, ...(onCopied ? { onCopied } : {}) })
}

export interface CopyWish {
  /** `empty` keeps a folder without what is in it. */
  choose?: (path: string) => Choice
  onCopied?: OnCopied
}

async function copyFolder(
  from: string,
  to: string,
  inside: string,
  wish: CopyWish & { choose: (path: string) => Choice },
): Promise<void> {
  for (const entry of await entriesOf(join(from, inside))) {
    const path = join(inside, entry.name)
    const choice = wish.choose(path)
    if (choice === 'skip') continue
    if (entry.isDirectory()) {
      await mkdir(join(to, path), { mode: 0o700 })
      if (choice === 'copy') await copyFolder(from, to, path, wish)
    } else await copyOne(join(from, path), join(to, path), wish.onCopied)
  }
}

async function entriesOf(folder: string) {
  return (await unlessVanished(readdir(folder, { withFileTypes: true }))) ?? []
}

/** Copies one file; one that has vanished is left out. */
export async function copyOne(from: string, to: string, onCopied?: OnCopied): Promise<void> {
  const copied = await unlessVanished(copyFile(from, to).then(() => true))
  if (copied && onCopied) onCopied((await stat(to)).size)
}

/** Waits until a folder is on disk; for many files one call is far quicker than one for each. */
export async function flush(folder: string): Promise<void> {
  await run('sync', process.platform === 'linux' ? ['-f', folder] : [])
}

async function unlessVanished<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
