/** Ids that sort by the time they were made (UUIDv7, RFC 9562), made by the application. */
import { randomFillSync } from 'node:crypto'

const pool = new Uint8Array(1600)
let used = pool.length
let lastMs = 0
let counter = 0

/** A fresh UUIDv7; ids of one process rise even within a millisecond (12-bit counter, method 1). */
export function newId(nowMs = Date.now()): string {
  if (nowMs > lastMs) {
    lastMs = nowMs
    counter = random(2) & 0x3ff
  } else {
    counter += 1
    if (counter > 0xfff) {
      lastMs += 1
      counter = 0
    }
  }
  const time = lastMs.toString(16).padStart(12, '0')
  const mixed = (0x8000 | (random(2) & 0x3fff)).toString(16)
  const tail = random(6).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${mixed}-${tail}`
}

/** An unsigned integer of 1–6 random bytes from a pool that is refilled in bulk. */
function random(bytes: number): number {
  if (used + bytes > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  let value = 0
  for (let index = 0; index < bytes; index += 1) value = value * 256 + (pool[used + index] ?? 0)
  used += bytes
  return value
}
