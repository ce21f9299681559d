/** How database values read in the program: dates and decimals stay text, instants are ISO. */
import pg from 'pg'

const asText = (value: string) => value
const readers = new Map<number, (value: string) => unknown>([
  [1082, asText],
  [1700, asText],
  [1184, (value) => isoInstant(value)],
])

/** '2026-11-23 08:15:00.123+00' → '2026-11-23T08:15:00.123Z'; the session's zone is UTC. */
export function isoInstant(value: string): string {
  const match = /^(\d{4,}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d+))?\+00$/u.exec(value)
  if (!match) return new Date(value).toISOString()
  return `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`
}

export const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary') {
      const reader = readers.get(oid)
      if (reader) return reader
    }
    return pg.types.getTypeParser(oid, format)
  },
}
