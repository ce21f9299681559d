/** Cells of a list that are changed where they stand: where one is, what is open, what is typed. */
import type { ClosedRow } from '#kernel/http/wire.ts'
import type { ListView } from '../use-list-view.ts'
import type { Drafts } from './drafts.ts'
import { useCellActs, type CellActs } from './use-cell-acts.ts'
import { pressOf, usePlaces, type Place, type Standing } from './use-places.ts'

export interface Cells {
  /** Nothing may be changed here, or not in this shape. */
  isOff: boolean
  /** The column the keyboard stands on; null while it goes from row to row. */
  column: string | null
  editing: Place | null
  draftsOf: Drafts['of']
  closedOf: (id: string) => ClosedRow | undefined
  acts: CellActs
  /** Whether the key meant something here. */
  press: (key: string) => boolean
}

export function useCells(view: ListView, standing: Standing): Cells {
  const isOff = view.closed === undefined
  const places = usePlaces(view, standing)
  const { acts, draftsOf } = useCellActs(view, places)
  const press = pressOf(places, acts.edit)
  return {
    isOff,
    column: isOff ? null : places.column,
    editing: isOff ? null : places.editing,
    draftsOf,
    closedOf: (id) => view.closed?.[id],
    acts,
    press: (key) => !isOff && view.rows.length > 0 && press(key),
  }
}
