/** Saves single cells, those of one record one after the other, and can take each back. */
import { ApiProblem } from '#ui/base/api.ts'
import { useT, type Translate } from '#ui/base/house.tsx'
import { fieldWords, problemWords } from '#ui/base/problem-words.ts'
import { refreshAll, useWrite } from '#ui/base/queries.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import type { EntityMeta, FieldMeta, RefTitles, WireRow } from '#kernel/http/wire.ts'
import { displayText, titleText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { joinedTitles } from '#ui/form/titles.ts'
import { sameValue } from '#ui/field/value/same-value.ts'
import { waitsWords } from '#ui/outbox/waits-words.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Draft } from './drafts.ts'

export interface CellWrite {
  row: WireRow
  refs: RefTitles
  field: FieldMeta
  draft: Draft
}

type Cell = Omit<CellWrite, 'draft'>

/** Saved, as of this version (none while it waits); or refused, with the words for it. */
export type Outcome = { saved?: number } | Pick<Required<Draft>, 'words' | 'seen' | 'was'>

/** Writes to one record wait for each other, since each needs the version the last one made. */
function useQueue(meta: EntityMeta) {
  const write = useWrite({ mayWait: true })
  const waiting = useRef(new Map<string, Promise<unknown>>())
  const versions = useRef(new Map<string, number>())
  const send = async ({ row, refs, field }: Cell, value: unknown, seen: number) => {
    const { id } = row
    const mine = (waiting.current.get(id) ?? Promise.resolve()).then(() => {
      const version = Math.max(seen, versions.current.get(id) ?? 0)
      const values = { [field.name]: value }
      const known = { base: row, titles: refs }
      return write.mutateAsync({ kind: 'update', entity: meta.name, id, version, values, known })
    })
    waiting.current.set(
      id,
      mine.catch(() => undefined),
    )
    const { row: after, waits = false } = await mine
    const version = after?.version ?? seen
    versions.current.set(id, version)
    return { version, waits }
  }
  return send
}

/** Somebody else was faster: what stands there now, and that saving again goes over it. */
function conflictWords(write: CellWrite, current: WireRow, text: string, t: Translate): string {
  const { name } = write.field
  if (sameValue(current[name], write.draft.was)) {
    return t('Someone else changed other fields of this record meanwhile. Save again to go on.')
  }
  const here = { value: text || t('empty') }
  return t(
    'Someone else changed this meanwhile: it is now “{value}”. Save again to put yours.',
    here,
  )
}

export function useCellWrites(meta: EntityMeta): (write: CellWrite) => Promise<Outcome> {
  const t = useT()
  const reader = useReader()
  const queries = useQueryClient()
  const send = useQueue(meta)
  const { showDone } = useUndoMessage()
  const tell = (write: CellWrite, version: number) => {
    const { row, refs, field, draft } = write
    const after = { ...row, [field.name]: draft.value }
    const value = displayText(field, after, joinedTitles(refs, draft.titles), reader) || t('empty')
    const facts = { name: titleText(meta, row, refs, reader), field: field.label, value }
    const before = draft.was ?? null
    showDone(t('{name}: {field} is now {value}', facts), () => send(write, before, version))
  }
  return async (write) => {
    const { field, draft } = write
    try {
      const { version: saved, waits } = await send(write, draft.value ?? null, draft.seen)
      if (waits) {
        showDone(waitsWords(t))
        return {}
      }
      tell(write, saved)
      return { saved }
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      const { current } = error.problem
      const words = fieldWords(error)[field.name] ?? problemWords(error, t)
      if (!current) return { words, seen: draft.seen, was: draft.was }
      refreshAll(queries)
      const text = displayText(field, current, write.refs, reader)
      const was = current[field.name]
      return { words: conflictWords(write, current, text, t), seen: current.version, was }
    }
  }
}
