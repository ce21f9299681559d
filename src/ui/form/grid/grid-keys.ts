/** What each key does in a line grid: spreadsheet habits, in one pure function. */
import { pressOpen } from './grid-keys-open.ts'
import { nextPlace, step, stride } from './grid-moves.ts'
import { beginLine, firstWritable, goDown, took } from './grid-press.ts'
import type { Key, Pressed } from './grid-press.ts'
import { rangeOf, standAt, within } from './grid-state.ts'
import type { GridShape, GridState, Wish } from './grid-state.ts'

/** Answers a key. The caller leaves out every key that an input method is still composing with. */
export function press(state: GridState, key: Key, shape: GridShape): Pressed {
  if (state.mode !== 'rest') return pressOpen(state, key, shape)
  const pressed = withCommand(state, key, shape) ?? moving(state, key, shape)
  return pressed ?? acting(state, key, shape) ?? { state, wishes: [], taken: false }
}

function withCommand(state: GridState, key: Key, shape: GridShape): Pressed | null {
  if (!key.command || key.alt) return null
  const letter = key.key.toLowerCase()
  if (letter === 'a') return took(everything(shape))
  if (shape.frozen) return null
  const range = rangeOf(state)
  if (letter === 'd') return took(state, { wish: 'fill-down', range })
  if (letter === 'z') return took(state, { wish: key.shift ? 'redo' : 'undo' })
  if (letter === 'y') return took(state, { wish: 'redo' })
  const removes = key.key === 'Delete' || key.key === 'Backspace'
  return removes ? took(afterRemoval(state), { wish: 'remove-lines', range }) : null
}

function everything(shape: GridShape): GridState {
  const at = within({ row: shape.rows, column: shape.columns.length }, shape)
  return { ...standAt(at), anchor: { row: 0, column: 0 } }
}

function afterRemoval(state: GridState): GridState {
  return standAt({ row: rangeOf(state).top, column: state.at.column })
}

function moving(state: GridState, key: Key, shape: GridShape): Pressed | null {
  if (key.alt) return moveLines(state, key, shape)
  const at = key.command ? stride(state.at, key.key, shape) : step(state.at, key.key, shape)
  if (!at) return null
  return took(key.shift ? { ...state, at } : standAt(at))
}

function moveLines(state: GridState, key: Key, shape: GridShape): Pressed | null {
  if (key.key === 'ArrowDown' && !key.shift) return openList(state, shape)
  const by = key.key === 'ArrowUp' ? -1 : key.key === 'ArrowDown' ? 1 : 0
  if (by === 0 || !key.shift || shape.frozen) return null
  const range = rangeOf(state)
  if (range.top + by < 0 || range.bottom + by >= shape.rows) return took(state)
  const moved = (place: GridState['at']) => ({ ...place, row: place.row + by })
  const next = { ...state, at: moved(state.at), anchor: moved(state.anchor) }
  return took(next, { wish: 'move-lines', range, by })
}

function openList(state: GridState, shape: GridShape): Pressed | null {
  const column = shape.columns[state.at.column]
  if (!column || column.readOnly || shape.frozen) return null
  return took(state, { wish: 'open-list', at: state.at })
}

function acting(state: GridState, key: Key, shape: GridShape): Pressed | null {
  if (key.command || key.alt) return null
  if (key.key === 'Tab') return tabbing(state, key.shift, shape)
  if (key.key === 'Enter') return entering(state, key.shift, shape)
  if (key.key === 'Escape') return escaping(state)
  return changing(state, key, shape)
}

function tabbing(state: GridState, back: boolean, shape: GridShape): Pressed | null {
  const next = nextPlace(state.at, back, shape)
  if (next === 'outside') return null
  if (next === 'new-line') return beginLine(shape, firstWritable(shape))
  return took(standAt(next))
}

function entering(state: GridState, up: boolean, shape: GridShape): Pressed {
  const column = shape.columns[state.at.column]
  if (column?.entry === 'sheet' && !up) return took(state, sheet(state))
  return goDown(state, up, shape)
}

function escaping(state: GridState): Pressed | null {
  const { top, bottom, left, right } = rangeOf(state)
  return top === bottom && left === right ? null : took(standAt(state.at))
}

function changing(state: GridState, key: Key, shape: GridShape): Pressed | null {
  const column = shape.columns[state.at.column]
  if (shape.frozen || !column) return null
  if (key.key === 'Delete' || key.key === 'Backspace') {
    return took(state, { wish: 'clear', range: rangeOf(state) })
  }
  if (column.readOnly) return null
  if (key.key === ' ' && column.entry === 'toggle') {
    return took(state, { wish: 'toggle', at: state.at })
  }
  if (key.key !== 'F2') return null
  if (column.entry === 'sheet') return took(state, sheet(state))
  return took(state, { wish: column.entry === 'toggle' ? 'toggle' : 'edit', at: state.at })
}

function sheet(state: GridState): Wish {
  return { wish: 'open-sheet', row: state.at.row }
}
