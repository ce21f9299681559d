/** The answer of a line grid to a key: the new cursor, and what is to be done to the lines. */
import { standAt, within } from './grid-state.ts'
import type { GridShape, GridState, Wish } from './grid-state.ts'

export interface Key {
  key: string
  /** Ctrl or ⌘. */
  command: boolean
  shift: boolean
  alt: boolean
}

export interface Pressed {
  state: GridState
  wishes: Wish[]
  /** False leaves the key to the browser. */
  taken: boolean
}

export function took(state: GridState, ...wishes: Wish[]): Pressed {
  return { state, wishes, taken: true }
}

/** One line down (or up) in the same column; below the last filled line a new one begins. */
export function goDown(state: GridState, up: boolean, shape: GridShape): Pressed {
  const isLast = state.at.row >= shape.rows - 1
  if (!up && isLast && !shape.frozen && !shape.lastIsBlank) {
    return beginLine(shape, state.at.column)
  }
  return took(standAt(within({ ...state.at, row: state.at.row + (up ? -1 : 1) }, shape)))
}

/** A new line behind the last one, the cursor in the named column. */
export function beginLine(shape: GridShape, column: number): Pressed {
  return took(standAt({ row: shape.rows, column }), { wish: 'add-line' })
}

export function firstWritable(shape: GridShape): number {
  const column = shape.columns.findIndex(({ readOnly }) => !readOnly)
  return Math.max(0, column)
}
