/** Cells of one row → the input of a record, before references are looked up. */
import type { Place } from '../field/field.ts'
import { typeOf } from '../field/types.ts'
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
    const cell = (cells[index] ?? '').trim()
    if (nothing.test(cell)) continue
    if (target.part === null)
      given[target.of] = typeOf(target.definition).fromText(cell, target.definition, place)
    else
      given[target.of] = {
        ...(given[target.of] as object | undefined),
        ...addressPart(target.part, cell),
      }
  }
  return given
}

function addressPart(part: string, cell: string): Given {
  if (part !== 'country') return { [part]: cell }
  const code = countryCode(cell)
  // An unknown country's name stays readable, as part of the region.
  return code ? { country: code } : { region: cell }
}
