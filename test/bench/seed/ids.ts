/** Ids that follow from a record's place in the seed, so that workers need not ask each other. */

const kinds = { customer: 1, contact: 2, order: 3, line: 4 } as const
export type Kind = keyof typeof kinds

/** UUIDv7 with the time of the record and its place as the random part. */
export function idAt(company: number, kind: Kind, place: number, at: number): string {
  const time = at.toString(16).padStart(12, '0')
  const tail = place.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${company}${kinds[kind].toString(16)}0-8000-${tail}`
}
