/** Where the bytes of files lie: named by their content, so the same file is kept once. */
import type { Readable } from 'node:stream'

export interface FileStore {
  /** @returns SHA-256 (hex) and size of what was kept */
  put(source: Readable, limit: number): Promise<{ hash: string; size: number; head: Uint8Array }>
  open(hash: string): Readable
  has(hash: string): Promise<boolean>
}
