/** A drawing with all its steps: back and forth, and kept on this device until it is saved. */
import { useHouse } from '#ui/base/house.tsx'
import { draftName, dropDraft, keepDraft, readDraft } from '#ui/form/draft.ts'
import { useCallback, useEffect, useState } from 'react'
import { drawingFrom, type Drawing } from './drawing.ts'

interface Steps {
  /** What is saved. */
  base: Drawing
  past: Drawing[]
  now: Drawing
  future: Drawing[]
}

/** So far back one can go. */
const mostSteps = 100
const pause = 400

export interface DrawingSteps {
  drawing: Drawing
  /** Differs from what is saved. */
  isChanged: boolean
  /** It was left unsaved the last time and is taken up again. */
  wasLeft: boolean
  canUndo: boolean
  canRedo: boolean
  draw: (next: Drawing) => void
  /** The same, as the board writes it: no step of its own. */
  settle: (next: Drawing) => void
  undo: () => void
  redo: () => void
  /** What is drawn is what is saved. */
  saved: () => void
  /** Back to what is saved. */
  discard: () => void
}

export function useDrawing(id: string, kept: Drawing): DrawingSteps {
  const name = draftName(useHouse().user.id, 'print-layout', id)
  const [left] = useState(() => readDraft(localStorage, name))
  const [steps, setSteps] = useState<Steps>(() => ({
    base: kept,
    past: [],
    now: left ? drawingFrom(left.values['drawing']) : kept,
    future: [],
  }))
  const { base, now } = steps
  const isChanged = now !== base
  useEffect(() => {
    const keep = () => keepOrDrop(name, isChanged ? { base, now } : null)
    const timer = setTimeout(keep, pause)
    addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      removeEventListener('pagehide', keep)
      keep()
    }
  }, [name, isChanged, base, now])
  const draw = useCallback((next: Drawing) => setSteps((was) => drawn(was, next)), [])
  return {
    drawing: now,
    isChanged,
    wasLeft: left !== null,
    canUndo: steps.past.length > 0,
    canRedo: steps.future.length > 0,
    draw,
    settle: useCallback((next: Drawing) => setSteps((was) => settled(was, next)), []),
    undo: useCallback(() => setSteps(back), []),
    redo: useCallback(() => setSteps(forth), []),
    saved: () => setSteps((was) => ({ ...was, base: now })),
    discard: () => draw(base),
  }
}

function keepOrDrop(name: string, changed: { base: Drawing; now: Drawing } | null): void {
  if (!changed) return dropDraft(localStorage, name)
  const [base, values] = [{ drawing: changed.base }, { drawing: changed.now }]
  keepDraft(localStorage, name, { at: new Date().toISOString(), base, values, titles: {} })
}

function drawn({ base, past, now }: Steps, next: Drawing): Steps {
  return { base, past: [...past, now].slice(-mostSteps), now: next, future: [] }
}

function settled(was: Steps, next: Drawing): Steps {
  return { ...was, now: next, base: was.base === was.now ? next : was.base }
}

function back(was: Steps): Steps {
  const now = was.past.at(-1)
  if (!now) return was
  return { ...was, past: was.past.slice(0, -1), now, future: [was.now, ...was.future] }
}

function forth(was: Steps): Steps {
  const [now, ...future] = was.future
  return now ? { ...was, past: [...was.past, was.now], now, future } : was
}
