/** Cells of one row → the input of a record, before references are looked up. */
import type { AddressPart } from '../field/address-parts.ts'
import type { Place } from '../field/field.ts'
import { numberFromText } from '../field/number.ts'
import { typeOf } from '../field/types.ts'
import { isDecimal } from '../money/decimal.ts'
import { parseAddress } from '../text/parse-address.ts'
import { countryCode } from './country-code.ts'
import type { ImportTarget } from './targets.ts'

export type Given = Record<string, unknown>

/** What other programs write for "nothing". */
const nothing = /^(?:null|n\/a|#n\/a|\\n)?$/iu

export interface Column {
  index: number
  target: ImportTarget
}

/** Empty cells are left out: an update must not wipe what the file does not know. */
export function convertRow(
  cells: readonly string[],
  columns: readonly Column[],
  place: Place,
): Given {
  const given: Given = {}
  for (const { index, target } of columns) {
    const cell = cells[index] ?? ''
    if (nothing.test(cell.trim())) continue
    if (target.part === null)
      given[target.of] = typeOf(target.definition).fromText(cell, target.definition, place)
    else given[target.of] = withPart(given[target.of] as Given | undefined, target.part, cell)
  }
  for (const field of new Set(columns.flatMap(({ target }) => (target.part ? [target.of] : []))))
    if (given[field]) given[field] = takenApart(given[field] as Given, place)
  return given
}

/** A file that has the whole address in one column: its parts, where they can be told. */
function takenApart(address: Given, place: Place): Given {
  const { street, country, region, city, district } = address
  if (typeof street !== 'string' || region || city || district) return address
  const found = parseAddress(street, typeof country === 'string' ? country : place.country)
  const isThere = found && (country === undefined || country === found.country)
  return isThere ? { ...address, street: undefined, ...found } : address
}

/** An unknown country's name stays readable, as part of the region. */
function withPart(
  address: Given | undefined,
  { name, isDegree }: AddressPart,
  cell: string,
): Given {
  const text = cell.trim()
  const code = name === 'country' ? countryCode(text) : null
  if (isDegree) return { ...address, [name]: degreeOf(text) }
  if (name !== 'country') return { ...address, [name]: joined(address?.[name], text) }
  return code
    ? { ...address, country: code }
    : { ...address, region: joined(address?.region, text) }
}

function joined(before: unknown, text: string): string {
  return typeof before === 'string' ? `${before}, ${text}` : text
}

/** What is no number is left as it is, for the field to refuse. */
function degreeOf(text: string): number | string {
  const plain = numberFromText(text)
  return isDecimal(plain) ? Number(plain) : text
}
