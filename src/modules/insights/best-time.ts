/** When a customer is best spoken with, and why: as they asked, else when they were reached. */

export interface Talk {
  /** Hour of the day in the company's time zone, 0 to 23. */
  hour: number
  direction: string
  result: string | null
}

export type BestTime =
  | { kind: 'asked'; words: string }
  | { kind: 'reached'; from: number; until: number; reached: number; tries: number }

/** Fewer say nothing. */
const leastTries = 3
const bandHours = 2

/**
 * Bands of two hours; who calls us shows when they are at work, so it counts as reached. Rates are
 * drawn towards one half, so that 2 of 2 do not beat 9 of 10.
 * @param asked what the customer said of the best time, in their words
 */
export function bestTime(asked: string | null, talks: readonly Talk[]): BestTime | null {
  if (asked) return { kind: 'asked', words: asked }
  const bands = Map.groupBy(talks, ({ hour }) => Math.floor(hour / bandHours) * bandHours)
  const rated = [...bands].map(([from, own]) => {
    const reached = own.filter(isReached).length
    return { from, reached, tries: own.length, rate: (reached + 1) / (own.length + 2) }
  })
  const best = rated
    .filter(({ tries, reached }) => tries >= leastTries && reached > 0)
    .toSorted((a, b) => b.rate - a.rate || b.tries - a.tries || a.from - b.from)[0]
  if (!best) return null
  const { from, reached, tries } = best
  return { kind: 'reached', from, until: from + bandHours, reached, tries }
}

function isReached({ direction, result }: Talk): boolean {
  return direction === 'in' || result !== 'not-reached'
}
