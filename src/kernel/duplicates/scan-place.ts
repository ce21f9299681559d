/** Where a search for duplicates has come to, as its run keeps it between portions. */

/** First the pairs of before are looked at again, then all keys in their order. */
export interface ScanPlace {
  /** The pair that was looked at last; none at the beginning. */
  pair: string | null
  /** The key to go on from; null while pairs are looked at. */
  key: string | null
  /** Keys that were passed, and how many there were when the first was looked at. */
  passed: number
  all: number
  isThrough: boolean
}

const beginning: ScanPlace = { pair: null, key: null, passed: 0, all: 0, isThrough: false }

/** @param kept as `counts.at` of the run has it; what an older program left there begins anew */
export function readPlace(kept: string | undefined): ScanPlace {
  return kept?.startsWith('{') ? (JSON.parse(kept) as ScanPlace) : beginning
}

export function writePlace(place: ScanPlace): string {
  return JSON.stringify(place)
}

/** How many of `total` records stand for the keys that were passed. */
export function shareOf({ passed, all, isThrough }: ScanPlace, total: number): number {
  if (isThrough) return total
  return all === 0 ? 0 : Math.min(total, Math.floor((total * passed) / all))
}
