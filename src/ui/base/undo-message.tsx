/** Says what was done, with the way to take it back; or why it was not done. */
import type { RunBegun } from '#kernel/http/wire.ts'
import { App, Button } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { api, ApiProblem } from './api.ts'
import { useT } from './house.tsx'
import { problemWords } from './problem-words.ts'
import { refreshAll } from './queries.ts'

interface UndoAnswer {
  restored: number
  conflicts: { entity: string; id: string; title: string; message: string }[]
  /** Too many to wait for: it goes on by itself. */
  run: RunBegun | null
}

const shownFor = 8

async function takeBack(undoing: Undo): Promise<UndoAnswer> {
  if (typeof undoing === 'string') return api.post<UndoAnswer>(`/api/operation/${undoing}/undo`)
  await undoing()
  return { restored: 1, conflicts: [], run: null }
}

/** An operation that the server takes back, or what one does oneself. */
type Undo = string | (() => Promise<unknown>)

/** `showDone(text, operation)` with an Undo button, `showProblem(error)` in plain words. */
export function useUndoMessage() {
  const t = useT()
  const { message } = App.useApp()
  const queries = useQueryClient()

  const showProblem = (error: unknown) => {
    if (!(error instanceof ApiProblem)) throw error
    void message.error(problemWords(error, t))
  }
  const tellBegun = (run: RunBegun) => {
    void queries.invalidateQueries({ queryKey: ['run'] })
    void message.info(t('{total, number} records: it goes on in the background', run))
  }
  const undo = async (undoing: Undo) => {
    try {
      const { restored, conflicts, run } = await takeBack(undoing)
      refreshAll(queries)
      if (run) return tellBegun(run)
      const [first] = conflicts
      if (first) void message.warning(`${first.title}: ${first.message}`)
      else void message.success(t('Taken back: {count}', { count: restored }))
    } catch (error) {
      showProblem(error)
    }
  }
  const showDone = (text: string, undoing?: Undo) => {
    const key = typeof undoing === 'string' ? undoing : undoing ? 'undo' : text
    const button = undoing && (
      <Button
        type="link"
        size="small"
        onClick={() => {
          message.destroy(key)
          void undo(undoing)
        }}
      >
        {t('Undo')}
      </Button>
    )
    void message.success({
      key,
      content: (
        <>
          {text} {button}
        </>
      ),
      duration: undoing ? shownFor : 3,
    })
  }
  return { showDone, showProblem, undo }
}
