/** The steps a cursor can take over the cells of a line grid. */
import { within } from './grid-state.ts'
import type { GridShape, Place } from './grid-state.ts'

const PAGE = 10
const STEPS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-PAGE, 0],
  PageDown: [PAGE, 0],
}

/** One cell, one page, or to the end of the line; null for a key that moves nothing. */
export function step(at: Place, key: string, shape: GridShape): Place | null {
  if (key === 'Home') return { ...at, column: 0 }
  if (key === 'End') return { ...at, column: shape.columns.length - 1 }
  const by = STEPS[key]
  return by ? within({ row: at.row + by[0], column: at.column + by[1] }, shape) : null
}

/** To the edge of the grid. */
export function stride(at: Place, key: string, shape: GridShape): Place | null {
  const last = { row: shape.rows - 1, column: shape.columns.length - 1 }
  if (key === 'ArrowUp') return { ...at, row: 0 }
  if (key === 'ArrowDown') return { ...at, row: last.row }
  if (key === 'ArrowLeft') return { ...at, column: 0 }
  if (key === 'ArrowRight') return { ...at, column: last.column }
  if (key === 'Home') return { row: 0, column: 0 }
  return key === 'End' ? last : null
}

/** The next cell that can be written; `new-line` behind the last; `outside` where Tab leaves. */
export function nextPlace(at: Place, back: boolean, shape: GridShape): Place | Edge {
  const by = back ? -1 : 1
  const width = shape.columns.length
  const cells = shape.rows * width
  for (let cell = at.row * width + at.column + by; cell >= 0 && cell < cells; cell += by) {
    const column = cell % width
    const canWrite = shape.frozen || !shape.columns[column]?.readOnly
    if (canWrite) return { row: Math.floor(cell / width), column }
  }
  return back || shape.frozen || shape.lastIsBlank ? 'outside' : 'new-line'
}

export type Edge = 'new-line' | 'outside'
