/** Where a page ends: the sorted value and the id of its last row, as text for the next request. */
import { fail } from '../base/fail.ts'
import { isId } from '../field/check.ts'
import { isDecimal } from '../money/decimal.ts'
import { isDate } from '../time/date.ts'
import { storableInstant } from '../time/instant.ts'

export interface Cursor {
  value: string | null
  id: string
}

export function writeCursor(value: unknown, id: string): string {
  const text = value === null || value === undefined ? null : String(value)
  return Buffer.from(JSON.stringify([text, id])).toString('base64url')
}

/**
 * @param cast SQL type of the sorted column, which the value must fit
 * @throws {Refusal} `list.broken-cursor` (400)
 */
export function readCursor(text: string, cast: string): Cursor {
  try {
    const [value, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [unknown, unknown]
    if (isId(id) && (value === null || (typeof value === 'string' && fits(value, cast))))
      return { value, id }
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof TypeError)) throw error
  }
  return fail('list.broken-cursor', {}, { status: 400, field: 'after' })
}

function fits(value: string, cast: string): boolean {
  if (cast === 'uuid') return isId(value)
  if (cast === 'numeric') return value.length < 100 && isDecimal(value)
  if (cast === 'integer') return /^-?\d{1,9}$/u.test(value)
  if (cast === 'boolean') return value === 'true' || value === 'false'
  if (cast === 'date') return isDate(value)
  if (cast === 'timestamptz') return storableInstant(value) !== null
  return value.isWellFormed() && !value.includes('\u0000')
}
