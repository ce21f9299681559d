/** Keeps what is typed into a form on this device until it is saved, and offers it again. */
import { useHouse } from '#ui/base/house.tsx'
import { useEffect, useRef, useState } from 'react'
import { draftName, dropDraft, dropOldDrafts, keepDraft, readDraft } from './draft.ts'
import type { Draft } from './draft.ts'
import type { Form } from './use-form.ts'

const PAUSE = 400

export interface KeptDraft {
  name: string
  /** What was left unsaved the last time; null once it was taken up or thrown away. */
  offered: Draft | null
  takeUp: () => void
  discard: () => void
}

/** The draft of one form of this person; `id` is `new…` for a record that is not there yet. */
export function useKeptDraft(entity: string, id: string): KeptDraft {
  const name = draftName(useHouse().user.id, entity, id)
  const [offered, offer] = useState(() => readDraft(localStorage, name))
  useEffect(() => dropOldDrafts(localStorage, Date.now()), [])
  return {
    name,
    offered,
    takeUp: () => offer(null),
    discard: () => {
      dropDraft(localStorage, name)
      offer(null)
    },
  }
}

/** Keeps the form's state as it changes. Call the answer once it is saved. */
export function useDrafting(name: string, form: Form, version?: number): () => void {
  const { isChanged, base, values, titles } = form
  const wasChanged = useRef(false)
  const keep = useRef(() => {})
  useEffect(() => {
    const at = new Date().toISOString()
    const draft: Draft = { at, base, values, titles, ...(version !== undefined && { version }) }
    keep.current = () => {
      if (isChanged) keepDraft(localStorage, name, draft)
      else if (wasChanged.current) dropDraft(localStorage, name)
      wasChanged.current = isChanged
    }
    const timer = setTimeout(() => keep.current(), PAUSE)
    return () => clearTimeout(timer)
  }, [name, isChanged, base, values, titles, version])
  useEffect(() => {
    const flush = () => keep.current()
    addEventListener('pagehide', flush)
    return () => {
      removeEventListener('pagehide', flush)
      flush()
    }
  }, [])
  return () => {
    keep.current = () => {}
    dropDraft(localStorage, name)
  }
}
