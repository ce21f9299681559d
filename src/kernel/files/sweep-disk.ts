/** Removes bytes that nobody refers to, but nothing that is being uploaded at that moment. */
import { randomUUID } from 'node:crypto'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathOf, unlessMissing, type DiskPlace } from './disk-store.ts'

const batch = 500

export async function sweepDisk(
  place: DiskPlace,
  idleSince: Date,
  wanted: (hashes: string[]) => Promise<Set<string>>,
): Promise<number> {
  await clearUnfinished(place, idleSince)
  let removed = 0
  let asking: string[] = []
  const ask = async () => {
    const stay = await wanted(asking)
    for (const hash of asking)
      if (!stay.has(hash) && (await remove(place, hash, idleSince))) removed += 1
    asking = []
  }
  for await (const hash of idleHashes(place, idleSince)) {
    asking.push(hash)
    if (asking.length >= batch) await ask()
  }
  if (asking.length > 0) await ask()
  return removed
}

async function clearUnfinished({ unfinished }: DiskPlace, idleSince: Date): Promise<void> {
  for (const name of await readdir(unfinished)) {
    const path = join(unfinished, name)
    if (await isIdle(path, idleSince)) await rm(path, { force: true })
  }
}

async function* idleHashes(place: DiskPlace, idleSince: Date): AsyncGenerator<string> {
  for (const first of await foldersIn(place.root)) {
    for (const second of await foldersIn(join(place.root, first))) {
      for (const hash of await readdir(join(place.root, first, second))) {
        if (await isIdle(pathOf(place, hash), idleSince)) yield hash
      }
    }
  }
}

async function foldersIn(path: string): Promise<string[]> {
  const names = await readdir(path)
  return names.filter((name) => /^[0-9a-f]{2}$/u.test(name))
}

async function isIdle(path: string, since: Date): Promise<boolean> {
  let idle = false
  const look = async () => {
    idle = (await stat(path)).mtime < since
  }
  await unlessMissing(look())
  return idle
}

/**
 * An upload of the same content puts a fresh file in the place of the old one. Taken aside first,
 * the file shows whether that happened before; an upload that comes after brings its own.
 */
async function remove(place: DiskPlace, hash: string, idleSince: Date): Promise<boolean> {
  const path = pathOf(place, hash)
  const aside = join(place.unfinished, randomUUID())
  if (!(await unlessMissing(rename(path, aside)))) return false
  if (await isIdle(aside, idleSince)) {
    await rm(aside)
    return true
  }
  await rename(aside, path)
  return false
}
