/** Where the bytes of files lie: named by their content, so the same file is kept once. */
import type { Readable } from 'node:stream'

export interface FileStore {
  /**
   * Safe on the disk when it answers. The source is left open when it is refused.
   * @param limit most bytes that are taken
   * @returns SHA-256 (hex), size and first bytes of what was kept
   * @throws {Refusal} `file.too-big` (413)
   */
  put(source: Readable, limit: number): Promise<Stored>
  /** Both ends of the range are included. */
  open(hash: string, range?: ByteRange): Readable
  has(hash: string): Promise<boolean>
  /**
   * Removes what nobody wants any more, and what uploads that broke off left behind. What was put
   * (again) since `idleSince` stays: its record may just be in the making.
   * @param wanted answers which of the given hashes are still referred to
   * @returns how many files were removed
   */
  sweep(idleSince: Date, wanted: (hashes: string[]) => Promise<Set<string>>): Promise<number>
}

export interface Stored {
  hash: string
  size: number
  head: Uint8Array
}

export interface ByteRange {
  start: number
  end: number
}
