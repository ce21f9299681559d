/** What the list below a cell offers: records that fit the typed text, or a choice's options. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { usePick } from '#ui/field/input/use-pick.ts'
import { offered } from '#ui/field/value/field-facts.ts'
import type { PickOption } from '#ui/field/value/pick.ts'
import { fold } from '#ui/field/value/read-text.ts'

export interface CellOffers {
  offers: PickOption[]
  isAsking: boolean
  problem: string | undefined
}

const NONE: CellOffers = { offers: [], isAsking: false, problem: undefined }

export function useCellOffers(field: FieldMeta, typed: string, open: boolean): CellOffers {
  const isRecord = field.target !== undefined
  const pick = usePick(field, typed, open && isRecord)
  if (!open) return NONE
  if (isRecord) {
    const known = new Set(pick.recent.map(({ id }) => id))
    const offers = [...pick.recent, ...pick.found.filter(({ id }) => !known.has(id))]
    return { offers, isAsking: pick.isAsking, problem: pick.problem?.message }
  }
  return { ...NONE, offers: optionsFor(field, typed) }
}

function optionsFor(field: FieldMeta, typed: string): PickOption[] {
  const wanted = fold(typed)
  const fitting = offered(field, null).filter(({ label }) => fold(label).includes(wanted))
  return fitting.map(({ value, label }) => ({ id: value, title: label }))
}
