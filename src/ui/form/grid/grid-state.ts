/** Where the cursor of a line grid stands, what is selected, and what is being typed. */

export interface Place {
  row: number
  column: number
}

/** How a column takes what is typed: in the cell, from a list, by a switch, in the line's sheet. */
export type Entry = 'text' | 'pick' | 'toggle' | 'sheet'

export interface GridColumn {
  readOnly: boolean
  entry: Entry
}

export interface GridShape {
  rows: number
  columns: readonly GridColumn[]
  /** No line may be added, changed or removed. */
  frozen: boolean
  /** The last line holds nothing yet; another one is not added behind it. */
  lastIsBlank: boolean
}

export interface GridState {
  at: Place
  /** The other corner of the selection; equal to `at` when one cell is selected. */
  anchor: Place
  /** `typing` replaced the content, `caret` moves inside it, `rest` has not touched it. */
  mode: 'rest' | 'typing' | 'caret'
  draft: string
}

export interface Range {
  top: number
  bottom: number
  left: number
  right: number
}

/** What a key asks for beyond moving the cursor. */
export type Wish =
  | { wish: 'commit'; at: Place; text: string }
  | { wish: 'edit'; at: Place }
  | { wish: 'open-list'; at: Place }
  | { wish: 'toggle'; at: Place }
  | { wish: 'open-sheet'; row: number }
  | { wish: 'add-line' }
  | { wish: 'clear'; range: Range }
  | { wish: 'fill-down'; range: Range }
  | { wish: 'remove-lines'; range: Range }
  | { wish: 'move-lines'; range: Range; by: -1 | 1 }
  | { wish: 'undo' }
  | { wish: 'redo' }

export const START: GridState = {
  at: { row: 0, column: 0 },
  anchor: { row: 0, column: 0 },
  mode: 'rest',
  draft: '',
}

export function rangeOf({ at, anchor }: Pick<GridState, 'at' | 'anchor'>): Range {
  return {
    top: Math.min(at.row, anchor.row),
    bottom: Math.max(at.row, anchor.row),
    left: Math.min(at.column, anchor.column),
    right: Math.max(at.column, anchor.column),
  }
}

/** The cursor in one cell, nothing typed. */
export function standAt(at: Place): GridState {
  return { at, anchor: at, mode: 'rest', draft: '' }
}

/** The nearest cell that exists. */
export function within(at: Place, shape: GridShape): Place {
  return {
    row: Math.max(0, Math.min(at.row, shape.rows - 1)),
    column: Math.max(0, Math.min(at.column, shape.columns.length - 1)),
  }
}

/** What was typed into a resting cell replaces its content; the input method may still compose. */
export function typed(state: GridState, draft: string): GridState {
  return { ...state, anchor: state.at, mode: state.mode === 'caret' ? 'caret' : 'typing', draft }
}

/** Opens the cell with its present content and the caret behind it. */
export function opened(state: GridState, draft: string): GridState {
  return { ...state, anchor: state.at, mode: 'caret', draft }
}
