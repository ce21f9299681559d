/** What was typed into cells of a list, until the list itself says it. */
import type { RefTitles, WireRow } from '#kernel/http/wire.ts'
import { useRef, useState } from 'react'

export interface Draft {
  value: unknown
  /** Names of the records that were picked meanwhile. */
  titles: RefTitles
  /** The version that the person saw when she began, and what stood there. */
  seen: number
  was: unknown
  /** What the check or the server has against it. */
  words?: string
  isSent?: boolean
  /** Of the record once it is saved: a list that is older still shows the old value. */
  saved?: number
}

/** Of one row, by field. */
export type RowDrafts = Readonly<Record<string, Draft>>

export interface Drafts {
  of: (id: string) => RowDrafts | undefined
  /** As it is now, also between two drawings of the page. */
  now: (id: string, field: string) => Draft | undefined
  put: (id: string, field: string, draft: Draft | undefined) => void
}

export function useDrafts(): Drafts {
  const [drafts, show] = useState<ReadonlyMap<string, RowDrafts>>(new Map())
  const latest = useRef(drafts)
  const put = (id: string, field: string, draft: Draft | undefined) => {
    const { [field]: _, ...others } = latest.current.get(id) ?? {}
    const row = draft ? { ...others, [field]: draft } : others
    latest.current = new Map(latest.current).set(id, row)
    show(latest.current)
  }
  return {
    of: (id) => drafts.get(id),
    now: (id, field) => latest.current.get(id)?.[field],
    put,
  }
}

/** The draft that stands in a cell in place of the row's own value. */
export function standingDraft(draft: Draft | undefined, row: WireRow): Draft | undefined {
  if (!draft) return undefined
  if (draft.words !== undefined) return draft
  const isKnown = draft.saved !== undefined && row.version >= draft.saved
  return draft.isSent && !isKnown ? draft : undefined
}
