/** Reads the table of contents at the end of a ZIP file (PKWARE APPNOTE 6.3, 4.3.12 to 4.3.16). */
import type { FileHandle } from 'node:fs/promises'
import { fail } from '#kernel/base/fail.ts'

export interface ZipPart {
  name: string
  encrypted: boolean
  /** 0 = stored, 8 = deflated. */
  method: number
  checksum: number
  packedSize: number
  size: number
  offset: number
}

const end64LocatorSignature = 0x07064b50
const entrySignature = 0x02014b50
/** Where a 32-bit number says this, the real one stands in the 64-bit extra field. */
const in64 = 0xffffffff
const endLength = 22
const longestComment = 65_535
const largestDirectory = 16 * 1024 * 1024

/**
 * The parts of a ZIP file by name in lower case.
 * @throws {Refusal} `import.damaged-file`, `import.file-too-large`
 */
export async function readDirectory(file: FileHandle): Promise<Map<string, ZipPart>> {
  const { start, length } = await directoryPlace(file)
  if (length > largestDirectory) fail('import.file-too-large', { limit: largestDirectory })
  const directory = await bytesAt(file, start, length)
  const parts = new Map<string, ZipPart>()
  let at = 0
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === entrySignature) {
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30)
    const name = directory.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/')
    const entry = directory.subarray(at, at + 46)
    parts.set(name.toLowerCase(), partOf(name, entry, directory.subarray(nameEnd, extraEnd)))
    at = extraEnd + directory.readUInt16LE(at + 32)
  }
  return parts
}

function partOf(name: string, entry: Buffer, extra: Buffer): ZipPart {
  const wide = wideNumbers(extra)
  const number = (at: number): number => {
    const narrow = entry.readUInt32LE(at)
    return narrow === in64 ? (wide.shift() ?? narrow) : narrow
  }
  // The order of the 64-bit numbers: unpacked size, packed size, offset; each only where needed.
  const size = number(24)
  const packedSize = number(20)
  const offset = number(42)
  const encrypted = (entry.readUInt16LE(8) & 1) === 1
  const method = entry.readUInt16LE(10)
  return { name, encrypted, method, checksum: entry.readUInt32LE(16), packedSize, size, offset }
}

/** The numbers of the extra field 0x0001. */
function wideNumbers(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    const end = Math.min(at + 4 + extra.readUInt16LE(at + 2), extra.length)
    const count = Math.floor((end - at - 4) / 8)
    return Array.from({ length: count }, (_, nth) => wideAt(extra, at + 4 + nth * 8))
  }
  return []
}

async function directoryPlace(file: FileHandle): Promise<{ start: number; length: number }> {
  const { size } = await file.stat()
  const tailLength = Math.min(size, endLength + longestComment)
  const tail = await bytesAt(file, size - tailLength, tailLength)
  const end = tail.lastIndexOf(Buffer.from('504b0506', 'hex'))
  if (end < 0 || end + endLength > tail.length) fail('import.damaged-file', { part: 'directory' })
  const start = tail.readUInt32LE(end + 16)
  if (start !== in64) return { start, length: tail.readUInt32LE(end + 12) }
  if (end < 20 || tail.readUInt32LE(end - 20) !== end64LocatorSignature) {
    fail('import.damaged-file', { part: 'directory' })
  }
  const end64 = await bytesAt(file, wideAt(tail, end - 12), 56)
  return { start: wideAt(end64, 48), length: wideAt(end64, 40) }
}

function wideAt(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at))
}

async function bytesAt(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const { size } = await file.stat()
  if (start + length > size) fail('import.damaged-file', { part: 'directory' })
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start)
  if (bytesRead !== length) fail('import.damaged-file', { part: 'directory' })
  return buffer
}
