/** Says what was done, with the way to take it back; or why it was not done. */
import { App, Button } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { api, ApiProblem } from './api.ts'
import { useT } from './house.tsx'
import { problemWords } from './problem-words.ts'
import { refreshAll } from './queries.ts'

interface UndoAnswer {
  restored: number
  conflicts: { entity: string; id: string; title: string; message: string }[]
}

const shownFor = 8

/** `showDone(text, operation)` with an Undo button, `showProblem(error)` in plain words. */
export function useUndoMessage() {
  const t = useT()
  const { message } = App.useApp()
  const queries = useQueryClient()

  const showProblem = (error: unknown) => {
    if (!(error instanceof ApiProblem)) throw error
    void message.error(problemWords(error, t))
  }
  const undo = async (operation: string) => {
    try {
      const { restored, conflicts } = await api.post<UndoAnswer>(`/api/operation/${operation}/undo`)
      refreshAll(queries)
      const [first] = conflicts
      if (first) void message.warning(`${first.title}: ${first.message}`)
      else void message.success(t('Taken back: {count}', { count: restored }))
    } catch (error) {
      showProblem(error)
    }
  }
  const showDone = (text: string, operation?: string) => {
    const key = operation ?? text
    const button = operation && (
      <Button
        type="link"
        size="small"
        onClick={() => {
          message.destroy(key)
          void undo(operation)
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
      duration: operation ? shownFor : 3,
    })
  }
  return { showDone, showProblem, undo }
}
