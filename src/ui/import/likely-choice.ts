/** Which of the rows that may be there already are taken: all or none, but for some. */
import type { ImportState, LikelyWish } from './import-types.ts'

export interface LikelyChoice {
  likely: LikelyWish
  except: number[]
}

export const takeAll: LikelyChoice = { likely: 'take', except: [] }

export function isTaken({ likely, except }: LikelyChoice, row: number): boolean {
  return (likely === 'take') !== except.includes(row)
}

/** The same with this row the other way. */
export function withOther({ likely, except }: LikelyChoice, row: number): LikelyChoice {
  const isOther = except.includes(row)
  return { likely, except: isOther ? except.filter((one) => one !== row) : [...except, row] }
}

/** So many rows come in with this choice, as far as the trial run can tell. */
export function rowsToCome(
  { created, updated, likely: count }: ImportState,
  { likely, except }: LikelyChoice,
): number {
  const left = likely === 'leave' ? count - except.length : except.length
  return created + updated - left
}
