/** Remembers the row of a file in which a value stood first, in few bytes: files are long. */
import { hash } from 'node:crypto'

export interface FirstRows {
  /** The first row that came with this value: this one, or one before. */
  of(value: string, row: number): number
  /** Whether some row came with it. */
  has(value: string): boolean
}

/** Three words of the value's hash and the row; a row of 0 is a free place. */
const words = 4
const smallest = 1024

/**
 * 32 MB for a million values. Values are told apart by 96 bits of SHA-1, so that two of a million
 * are taken for the same once in 10^17 files.
 */
export function openFirstRows(): FirstRows {
  let places = new Uint32Array(smallest * words)
  let used = 0
  const grow = () => {
    const before = places
    places = new Uint32Array(before.length * 2)
    for (let at = 0; at < before.length; at += words)
      if (before[at + 3] !== 0) places.set(before.subarray(at, at + words), placeOf(before, at))
  }
  /** Where these hash words stand in `places`, or would. */
  const placeOf = (key: Uint32Array, from: number): number => {
    for (let at = ((key[from] ?? 0) * words) % places.length; ; at = (at + words) % places.length)
      if (places[at + 3] === 0 || isSame(places, at, key, from)) return at
  }
  return {
    has: (value) => places[placeOf(hashOf(value), 0) + 3] !== 0,
    of(value, row) {
      if (used * words * 2 > places.length) grow()
      const key = hashOf(value)
      const at = placeOf(key, 0)
      const first = places[at + 3] ?? 0
      if (first !== 0) return first
      used += 1
      places.set([key[0] ?? 0, key[1] ?? 0, key[2] ?? 0, row], at)
      return row
    },
  }
}

function isSame(places: Uint32Array, at: number, key: Uint32Array, from: number): boolean {
  return (
    places[at] === key[from] && places[at + 1] === key[from + 1] && places[at + 2] === key[from + 2]
  )
}

function hashOf(value: string): Uint32Array {
  const bytes = hash('sha1', value, 'buffer')
  return Uint32Array.of(bytes.readUInt32LE(0), bytes.readUInt32LE(4), bytes.readUInt32LE(8))
}
