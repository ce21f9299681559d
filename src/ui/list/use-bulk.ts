/** Asks the server for a bulk change: first a trial that says what would happen, then for real. */
import type { RunBegun } from '#kernel/http/wire.ts'
import { api } from '#ui/base/api.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { useT } from '#ui/base/house.tsx'
import { refreshAll } from '#ui/base/queries.ts'
import { lookForRuns } from '#ui/run/runs.ts'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { targetOf, type Selection } from './selection.ts'
import type { ListView } from './use-list-view.ts'

export interface BulkAnswer {
  changed: number
  refused: { id: string; title: string; message: string }[]
  operation: string | null
  /** More than are done at once: it goes on by itself. */
  run: RunBegun | null
  /** More than are tried at once: some were tried, the others counted. */
  sample: { total: number; allowed: number; tried: number } | null
}

export type BulkWish =
  | { patch: Record<string, unknown> }
  | { delete: true }
  | { action: string; input?: Record<string, unknown>; reason?: string }

export interface BulkDialogProps {
  view: ListView
  selection: Selection
  onClose: () => void
  onDone: () => void
}

/** How many the button promises to begin with. */
export function promisedBy({ changed, sample }: BulkAnswer): number {
  return sample ? sample.allowed : changed
}

export function useBulk({ view, selection, onDone }: BulkDialogProps) {
  const t = useT()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const { showDone, showProblem } = useUndoMessage()
  const [trial, setTrial] = useState<BulkAnswer>()
  const [isBusy, setBusy] = useState(false)
  const { where, q } = view.state

  const send = async (wish: BulkWish, dryRun: boolean): Promise<BulkAnswer> => {
    const body = { ...targetOf(selection, where, q), ...wish, ...(dryRun && { dryRun: true }) }
    const answer = await api.post<BulkAnswer>(`/api/${view.meta.name}/bulk`, body)
    if (dryRun) setTrial(answer)
    return answer
  }
  const finish = (answer: BulkAnswer, text: string) => {
    if (answer.run) {
      lookForRuns(queries)
      void message.info(t('{total, number} records: it goes on in the background', answer.run))
    } else {
      refreshAll(queries)
      showDone(text, answer.operation ?? undefined)
    }
    onDone()
  }
  const guarded = async (work: () => Promise<unknown>) => {
    setBusy(true)
    try {
      await work()
    } catch (error) {
      showProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const tryOut = (wish: BulkWish) => guarded(() => send(wish, true))
  const run = (wish: BulkWish) =>
    guarded(async () => {
      const answer = await send(wish, false)
      const count = answer.changed
      const text =
        'delete' in wish
          ? t('{count, plural, one {# record} other {# records}} moved to the recycle bin', {
              count,
            })
          : t('{count, plural, one {# record} other {# records}} changed', { count })
      finish(answer, text)
    })
  return { trial, forgetTrial: () => setTrial(undefined), tryOut, run, send, finish, isBusy }
}
