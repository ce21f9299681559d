/** Steps back and forth through what was changed in a grid. */

export interface UndoStack<T> {
  past: T[]
  future: T[]
}

const DEPTH = 100

export function emptyStack<T>(): UndoStack<T> {
  return { past: [], future: [] }
}

/** Before a change: what stood there can be brought back. A new change forgets what was undone. */
export function remembered<T>(stack: UndoStack<T>, before: T): UndoStack<T> {
  return { past: [...stack.past.slice(1 - DEPTH), before], future: [] }
}

/** The state before the last change; null where there is none. */
export function undone<T>(stack: UndoStack<T>, now: T): { stack: UndoStack<T>; state: T } | null {
  const state = stack.past.at(-1)
  if (state === undefined) return null
  return { stack: { past: stack.past.slice(0, -1), future: [now, ...stack.future] }, state }
}

/** The state that was undone last; null where there is none. */
export function redone<T>(stack: UndoStack<T>, now: T): { stack: UndoStack<T>; state: T } | null {
  const [state, ...future] = stack.future
  if (state === undefined) return null
  return { stack: { past: [...stack.past, now], future }, state }
}
