/** The order of columns as a person arranges it. */

/** The list with one entry moved a step; outside the list nothing moves. */
export function moved(names: readonly string[], at: number, step: 1 | -1): string[] {
  const to = at + step
  const name = names[at]
  if (name === undefined || to < 0) return [...names]
  return names.toSpliced(at, 1).toSpliced(to, 0, name)
}
