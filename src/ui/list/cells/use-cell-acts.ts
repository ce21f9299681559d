/** Opens, changes, saves and leaves cells of a list; what was refused comes back with the words. */
import type { RefTitles, WireRow } from '#kernel/http/wire.ts'
import { useStable } from '#ui/base/stable.ts'
import { sameValue } from '#ui/field/value/same-value.ts'
import { joinedTitles } from '#ui/form/titles.ts'
import { App } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import type { ListView } from '../use-list-view.ts'
import type { Move } from './cell-keys.ts'
import { standingDraft, useDrafts, type Draft, type Drafts } from './drafts.ts'
import { useCellWrites } from './use-cell-writes.ts'
import type { Place, Places } from './use-places.ts'

export interface CellActs {
  edit: (at: number, field: string) => void
  /** Keeps what is typed. */
  change: (id: string, field: string, value: unknown, titles?: RefTitles) => void
  /** What was typed cannot be right: the cell says why and stays open. */
  refuse: (id: string, field: string, words: string) => void
  save: (id: string, field: string, move: Move) => void
  leave: (id: string, field: string) => void
}

/** Whether the list is still on the screen. */
function useHere() {
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  return isHere
}

/** Opening and closing, known also between two drawings of the page. */
function useOpening(view: ListView, { open, stand, onMove }: Places) {
  const now = useRef<Place | null>(null)
  const isHere = useHere()
  const set = (place: Place | null) => {
    now.current = place
    open(place)
  }
  /** Opens it again unless the person is busy with another, or gone. */
  const reopen = (place: Place): boolean => {
    if (now.current !== null || !isHere.current) return false
    const at = view.rows.findIndex(({ id }) => id === place.id)
    if (at < 0) return false
    onMove(at)
    stand(place.field)
    set(place)
    return true
  }
  return { set, reopen }
}

function foundIn(view: ListView, id: string, name: string) {
  const row = view.rows.find((one) => one.id === id)
  const field = view.state.columns.find((one) => one.name === name)
  return row && field ? { row, field } : null
}

/** A cell begins with what it shows; what was refused is gone on with. */
function begun(kept: Draft | undefined, row: WireRow, name: string): Draft {
  if (kept?.words !== undefined) return kept
  const standing = standingDraft(kept, row)
  const value = (standing ?? { value: row[name] }).value ?? null
  return { value, titles: standing?.titles ?? {}, seen: row.version, was: value }
}

function useSend(view: ListView, drafts: Drafts, opening: ReturnType<typeof useOpening>) {
  const { message } = App.useApp()
  const write = useCellWrites(view.meta)
  return useStable(async (id: string, name: string) => {
    const found = foundIn(view, id, name)
    const draft = drafts.now(id, name)
    if (!found || !draft) return
    const sent = { ...draft, isSent: true }
    drafts.put(id, name, sent)
    const outcome = await write({ ...found, refs: view.refs, draft })
    if (drafts.now(id, name) === sent) drafts.put(id, name, { ...sent, ...outcome })
    if ('words' in outcome && !opening.reopen({ id, field: name }))
      void message.error(`${found.field.label}: ${outcome.words}`)
  })
}

export function useCellActs(view: ListView, places: Places) {
  const drafts = useDrafts()
  const opening = useOpening(view, places)
  const send = useSend(view, drafts, opening)
  const edit = useStable((at: number, name: string) => {
    const row = view.rows[at]
    const place = places.goTo(at, name)
    if (!place || !row) return
    drafts.put(row.id, name, begun(drafts.now(row.id, name), row, name))
    opening.set(place)
  })
  const change = useStable((id: string, name: string, value: unknown, titles: RefTitles = {}) => {
    const draft = drafts.now(id, name)
    if (!draft) return
    const { words: _, ...rest } = draft
    drafts.put(id, name, { ...rest, value, titles: joinedTitles(draft.titles, titles) })
  })
  const refuse = useStable((id: string, name: string, words: string) => {
    const draft = drafts.now(id, name)
    if (draft) drafts.put(id, name, { ...draft, words })
  })
  const save = useStable((id: string, name: string, move: Move) => {
    const found = foundIn(view, id, name)
    const draft = drafts.now(id, name)
    if (!found || !draft) return
    opening.set(null)
    places.step(id, name, move)
    if (sameValue(draft.was, draft.value)) drafts.put(id, name, undefined)
    else void send(id, name)
  })
  const leave = useStable((id: string, name: string) => {
    opening.set(null)
    drafts.put(id, name, undefined)
  })
  // One object for good: another would have all rows drawn anew.
  const acts = useMemo<CellActs>(
    () => ({ edit, change, refuse, save, leave }),
    [edit, change, refuse, save, leave],
  )
  return { acts, draftsOf: drafts.of }
}
