/** Where a page ends: the sorted values and id of its last row, as text for the next request. */
import { fail } from '../base/fail.ts'
import { isId } from '../field/check.ts'
import { isDecimal } from '../money/decimal.ts'
import { biggestBand, type Band } from '../search/hits.ts'
import { isDate } from '../time/date.ts'
import { storableInstant } from '../time/instant.ts'

export interface Cursor {
  /** One per field that the list is sorted by. */
  values: (string | null)[]
  id: string
  /** The band of hits that the row was in, when the list is a search. */
  band: Band | null
}

export function writeCursor(values: readonly unknown[], id: string, band: Band | null): string {
  const texts = values.map((value) =>
    value === null || value === undefined ? null : String(value),
  )
  const own = texts.length === 1 ? (texts[0] ?? null) : texts
  const parts = band === null ? [own, id] : [own, id, band.before, band.size]
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/**
 * @param casts SQL types of the sorted columns, which the values must fit
 * @throws {Refusal} `list.broken-cursor` (400)
 */
export function readCursor(text: string, casts: readonly string[]): Cursor {
  try {
    const parts = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]
    const [own, id, before, size] = parts
    const values = Array.isArray(own) ? (own as unknown[]) : [own]
    const isSound =
      values.length === casts.length && values.every((value, at) => isFit(value, casts[at] ?? ''))
    const band = bandOf(before, size)
    if (isId(id) && isSound && band !== undefined)
      return { values: values as (string | null)[], id, band }
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof TypeError)) throw error
  }
  return fail('list.broken-cursor', {}, { status: 400, field: 'after' })
}

function isFit(value: unknown, cast: string): boolean {
  return value === null || (typeof value === 'string' && fits(value, cast))
}

/** @returns undefined for a band that none of ours is */
function bandOf(before: unknown, size: unknown): Band | null | undefined {
  if (before === undefined && size === undefined) return null
  if (!isId(before) || typeof size !== 'number') return undefined
  return Number.isInteger(size) && size > 0 && size <= biggestBand ? { before, size } : undefined
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
