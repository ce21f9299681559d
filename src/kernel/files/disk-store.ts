/** Keeps files in a folder of this machine, under the SHA-256 of their content. */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { fail } from '../base/fail.ts'
import type { FileStore, Stored } from './store.ts'
import { sweepDisk } from './sweep-disk.ts'

export interface DiskPlace {
  /** `ab/cd/<hash>` below it. */
  root: string
  /** Uploads under way; on the same file system, so that they can be renamed into place. */
  unfinished: string
}

/** As much of a file as is needed to tell its type. */
const headBytes = 16_384

/** Files lie in `<dataDir>/files`. */
export async function openDiskStore(dataDir: string): Promise<FileStore> {
  const root = join(dataDir, 'files')
  const place = { root, unfinished: join(root, 'unfinished') }
  await mkdir(place.unfinished, { recursive: true })
  return {
    put: (source, limit) => put(place, source, limit),
    open: (hash, range) => createReadStream(pathOf(place, hash), range ?? {}),
    has: (hash) => exists(pathOf(place, hash)),
    sweep: (idleSince, wanted) => sweepDisk(place, idleSince, wanted),
  }
}

/** @throws {Error} for what is no hash, so that no other file can be named */
export function pathOf({ root }: DiskPlace, hash: string): string {
  if (!/^[0-9a-f]{64}$/u.test(hash)) throw new Error('Not the hash of a file')
  return join(root, hash.slice(0, 2), hash.slice(2, 4), hash)
}

async function put(place: DiskPlace, source: Readable, limit: number): Promise<Stored> {
  const draft = join(place.unfinished, randomUUID())
  try {
    const stored = await write(draft, source, limit)
    await keep(draft, pathOf(place, stored.hash), place.root)
    return stored
  } finally {
    await rm(draft, { force: true })
  }
}

async function write(draft: string, source: Readable, limit: number): Promise<Stored> {
  const file = await open(draft, 'wx')
  try {
    return await copy(file, source, limit)
  } finally {
    await file.close()
  }
}

async function copy(file: FileHandle, source: Readable, limit: number): Promise<Stored> {
  const hash = createHash('sha256')
  let size = 0
  let head = Buffer.alloc(0)
  for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit)
      fail('file.too-big', { limit, megabytes: limit / 2 ** 20 }, { status: 413, field: 'file' })
    if (head.length < headBytes) head = Buffer.concat([head, chunk]).subarray(0, headBytes)
    hash.update(chunk)
    await file.appendFile(chunk)
  }
  await file.sync()
  return { hash: hash.digest('hex'), size, head }
}

/** What has the same content is replaced, so that the sweep finds it fresh. */
async function keep(draft: string, path: string, root: string): Promise<void> {
  const made = await mkdir(dirname(path), { recursive: true })
  await rename(draft, path)
  const folders = [dirname(path), ...(made ? [dirname(dirname(path)), root] : [])]
  for (const folder of folders) await syncFolder(folder)
}

function exists(path: string): Promise<boolean> {
  return unlessMissing(stat(path))
}

/** @returns false when the file is not there; other failures are thrown */
export async function unlessMissing(doing: Promise<unknown>): Promise<boolean> {
  try {
    await doing
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

/** A rename is on the disk only when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
