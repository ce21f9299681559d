/** Asks the server for a bulk change: first a trial that says what would happen, then for real. */
import { api } from '#ui/base/api.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { useT } from '#ui/base/house.tsx'
import { refreshAll } from '#ui/base/queries.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { targetOf, type Selection } from './selection.ts'
import type { ListView } from './use-list-view.ts'

export interface BulkAnswer {
  changed: number
  refused: { id: string; title: string; message: string }[]
  operation?: string
}

export type BulkWish = { patch: Record<string, unknown> } | { delete: true }

export interface BulkDialogProps {
  view: ListView
  selection: Selection
  onClose: () => void
  onDone: () => void
}

export function useBulk({ view, selection, onDone }: BulkDialogProps) {
  const t = useT()
  const queries = useQueryClient()
  const { showDone, showProblem } = useUndoMessage()
  const [trial, setTrial] = useState<BulkAnswer>()
  const [isBusy, setBusy] = useState(false)
  const { where, q } = view.state

  const send = async (wish: BulkWish, dryRun: boolean): Promise<BulkAnswer | undefined> => {
    setBusy(true)
    try {
      const body = { ...targetOf(selection, where, q), ...wish, ...(dryRun && { dryRun: true }) }
      return await api.post<BulkAnswer>(`/api/${view.meta.name}/bulk`, body)
    } catch (error) {
      showProblem(error)
      return undefined
    } finally {
      setBusy(false)
    }
  }
  const tryOut = async (wish: BulkWish) => setTrial(await send(wish, true))
  const run = async (wish: BulkWish) => {
    const answer = await send(wish, false)
    if (!answer) return
    refreshAll(queries)
    const text =
      'delete' in wish
        ? t('{count, plural, one {# record} other {# records}} moved to the recycle bin', {
            count: answer.changed,
          })
        : t('{count, plural, one {# record} other {# records}} changed', { count: answer.changed })
    showDone(text, answer.operation)
    onDone()
  }
  return { trial, forgetTrial: () => setTrial(undefined), tryOut, run, isBusy }
}
