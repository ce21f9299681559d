/** Puts a table that was handed in into the imports folder; a refused one leaves nothing. */
import { createWriteStream } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { MultipartFile } from '@fastify/multipart'
import { fail } from '../base/fail.ts'
import { newId } from '../db/new-id.ts'

export interface Kept {
  id: string
  path: string
}

/** @throws {Refusal} `request.too-large` (413) */
export function keepFile(dataDir: string, part: MultipartFile): Promise<Kept> {
  return keptAt(dataDir, async (path) => {
    await pipeline(part.file, createWriteStream(path))
    if (part.file.truncated) fail('request.too-large', {}, { status: 413, field: 'file' })
  })
}

export function keepPasted(dataDir: string, text: string): Promise<Kept> {
  return keptAt(dataDir, (path) => writeFile(path, text))
}

async function keptAt(dataDir: string, put: (path: string) => Promise<void>): Promise<Kept> {
  const folder = join(dataDir, 'imports')
  await mkdir(folder, { recursive: true })
  const id = newId()
  const path = join(folder, id)
  try {
    await put(path)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { id, path }
}
