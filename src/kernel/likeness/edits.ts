/** How many slips of the pen lie between two texts. */

/**
 * Letters left out, put in, exchanged or swapped with their neighbour; more than `most` are not
 * counted.
 * @returns `most + 1` for texts that are further apart
 */
export function editsBetween(a: string, b: string, most: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row]
    for (let at = 1; at <= b.length; at += 1) next.push(fewest(a, b, row, at, next, last, before))
    if (Math.min(...next) > most) return most + 1
    before = last
    last = next
  }
  return Math.min(last[b.length] ?? most + 1, most + 1)
}

function fewest(
  a: string,
  b: string,
  row: number,
  at: number,
  next: readonly number[],
  last: readonly number[],
  before: readonly number[],
): number {
  const isSame = a[row - 1] === b[at - 1]
  const steps = [
    (last[at] ?? 0) + 1,
    (next[at - 1] ?? 0) + 1,
    (last[at - 1] ?? 0) + (isSame ? 0 : 1),
  ]
  const isSwapped = row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1]
  if (isSwapped) steps.push((before[at - 2] ?? 0) + 1)
  return Math.min(...steps)
}

/** Every text that is left when one letter is taken out, and the text itself. */
export function withOneOut(text: string): string[] {
  const letters = Array.from(text)
  const shorter = letters.map((_, at) => letters.toSpliced(at, 1).join(''))
  return [...new Set([text, ...shorter])]
}
