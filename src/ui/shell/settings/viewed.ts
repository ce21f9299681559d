/** Rights put together by the records that they reach. */
import type { GivenRight } from '#kernel/access/view-as.ts'

interface Narrowed {
  /** Labels of what reaches all records. */
  all: string[]
  some: { only: string; labels: string[] }[]
}

/** A right that reaches records in several ways stands with each of them. */
export function narrowed(given: readonly GivenRight[]): Narrowed {
  const all = given.filter(({ only }) => only.length === 0).map(({ label }) => label)
  const ways = [...new Set(given.flatMap(({ only }) => only))]
  const some = ways.map((way) => {
    const labels = given.filter(({ only }) => only.includes(way)).map(({ label }) => label)
    return { only: way, labels }
  })
  return { all, some }
}
