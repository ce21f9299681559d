/** What each key does while a cell of the grid is being typed into. */
import { nextPlace, step } from './grid-moves.ts'
import { beginLine, firstWritable, goDown, took } from './grid-press.ts'
import type { Key, Pressed } from './grid-press.ts'
import { standAt } from './grid-state.ts'
import type { GridShape, GridState } from './grid-state.ts'

/** Keys of an open cell: Enter, Tab and (after typing) the arrows keep what stands there. */
export function pressOpen(state: GridState, key: Key, shape: GridShape): Pressed {
  if (key.alt) return { state, wishes: [], taken: false }
  if (key.key === 'Escape') return took(standAt(state.at))
  if (key.key === 'F2') return took({ ...state, mode: 'caret' })
  const filled = withDraft(state, shape)
  if (key.key === 'Enter' && !key.command) return keeping(state, goDown(state, key.shift, filled))
  if (key.key === 'Tab') return keeping(state, tabbing(state, key.shift, filled))
  if (key.command || key.shift) return { state, wishes: [], taken: false }
  return leaving(state, key, shape)
}

/** A line that is being typed into is no longer blank. */
function withDraft(state: GridState, shape: GridShape): GridShape {
  const isLast = state.at.row >= shape.rows - 1
  return isLast && state.draft !== '' ? { ...shape, lastIsBlank: false } : shape
}

function tabbing(state: GridState, back: boolean, shape: GridShape): Pressed {
  const next = nextPlace(state.at, back, shape)
  if (next === 'new-line') return beginLine(shape, firstWritable(shape))
  // Leaving the grid: the browser moves the focus on.
  if (next === 'outside') return { state: standAt(state.at), wishes: [], taken: false }
  return took(standAt(next))
}

function leaving(state: GridState, key: Key, shape: GridShape): Pressed {
  const inText = key.key === 'Home' || key.key === 'End'
  const upOrDown = key.key === 'ArrowUp' || key.key === 'ArrowDown'
  const goes = state.mode === 'typing' || upOrDown
  const next = inText || !goes ? null : step(state.at, key.key, shape)
  return next ? keeping(state, took(standAt(next))) : { state, wishes: [], taken: false }
}

function keeping(state: GridState, pressed: Pressed): Pressed {
  const commit = { wish: 'commit' as const, at: state.at, text: state.draft }
  return { ...pressed, wishes: [commit, ...pressed.wishes] }
}
