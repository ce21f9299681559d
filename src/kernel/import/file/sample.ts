/** Takes from a text file the part by which its encoding can be told. */
import { isAscii } from 'node:buffer'
import { createReadStream } from 'node:fs'

const chunkBytes = 64 * 1024
const enoughForeignBytes = 64
const lineBreak = 0x0a

/**
 * The first 64 KB of a file and, where those are (nearly) plain ASCII, also later stretches of
 * lines that are not: a customer list may start with a hundred English names.
 */
export async function readSample(path: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let foreign = 0
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    const bytes = chunk as Uint8Array
    if (parts.length > 0 && isAscii(bytes)) continue
    parts.push(parts.length === 0 ? bytes : wholeLines(bytes))
    foreign += foreignBytes(bytes)
    if (foreign >= enoughForeignBytes) break
  }
  return Buffer.concat(parts)
}

/** Without the cut first and last line, so that no character is torn. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  const start = bytes.indexOf(lineBreak) + 1
  return bytes.subarray(start, Math.max(start, bytes.lastIndexOf(lineBreak) + 1))
}

/** Zero bytes count too: they tell UTF-16, for which the first stretch is enough. */
function foreignBytes(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) if (byte >= 0x80 || byte === 0) count += 1
  return count
}
