/** Opens the ZIP container of a workbook and unpacks its parts, never more than allowed. */
import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { fail } from '#kernel/base/fail.ts'
import { readDirectory, type ZipPart } from './zip-directory.ts'

export interface Zip {
  has(name: string): boolean
  /** Unpacked bytes of a part. */
  stream(name: string, limit: number): AsyncGenerator<Buffer>
  /** The whole text (UTF-8) of a part. */
  text(name: string, limit: number): Promise<string>
}

/**
 * Opens a ZIP file; part names are compared without case, as in workbooks.
 * @throws {Refusal} `import.damaged-file`; when reading also `import.file-too-large` for a part
 *   that unpacks to more than the limit, `import.unreadable-format` for an encrypted one
 */
export async function openZip(path: string): Promise<Zip> {
  const parts = await withFile(path, readDirectory)
  const partOf = (name: string): ZipPart =>
    parts.get(name.toLowerCase()) ?? fail('import.damaged-file', { part: name })
  return {
    has: (name) => parts.has(name.toLowerCase()),
    stream: (name, limit) => unpacked(path, partOf(name), limit),
    async text(name, limit) {
      const chunks: Buffer[] = []
      for await (const chunk of unpacked(path, partOf(name), limit)) chunks.push(chunk)
      return new TextDecoder().decode(Buffer.concat(chunks))
    },
  }
}

async function* unpacked(path: string, part: ZipPart, limit: number): AsyncGenerator<Buffer> {
  if (part.encrypted) fail('import.unreadable-format', { format: 'encrypted' })
  if (part.size > limit) fail('import.file-too-large', { part: part.name, limit })
  let size = 0
  let checksum = 0
  const bytes = await bytesOf(path, part)
  try {
    for await (const chunk of bytes) {
      const buffer = chunk as Buffer
      size += buffer.length
      if (size > limit) fail('import.file-too-large', { part: part.name, limit })
      checksum = crc32(buffer, checksum)
      yield buffer
    }
  } catch (problem) {
    if (isBroken(problem)) fail('import.damaged-file', { part: part.name })
    throw problem
  }
  if (checksum !== part.checksum) fail('import.damaged-file', { part: part.name })
}

async function bytesOf(path: string, part: ZipPart): Promise<AsyncIterable<unknown>> {
  if (part.packedSize === 0) return createReadStream(path, { start: 0, end: -1 })
  const start = await withFile(path, (file) => startOf(file, part))
  const packed = createReadStream(path, { start, end: start + part.packedSize - 1 })
  if (part.method === 0) return packed
  if (part.method !== 8) fail('import.damaged-file', { part: part.name })
  // A failure of either stream reaches whoever reads the unpacked one.
  return pipeline(packed, createInflateRaw(), () => undefined)
}

/** A part's own header repeats the name and has a length of its own. */
async function startOf(file: FileHandle, part: ZipPart): Promise<number> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(30), 0, 30, part.offset)
  if (bytesRead < 30 || buffer.readUInt32LE(0) !== 0x04034b50) {
    fail('import.damaged-file', { part: part.name })
  }
  return part.offset + 30 + buffer.readUInt16LE(26) + buffer.readUInt16LE(28)
}

/** What zlib says of bytes that are not what was packed, or of a file cut short. */
function isBroken(problem: unknown): boolean {
  const code = problem instanceof Error && 'code' in problem ? problem.code : undefined
  return code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR'
}

async function withFile<T>(path: string, use: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path)
  try {
    return await use(file)
  } finally {
    await file.close()
  }
}
