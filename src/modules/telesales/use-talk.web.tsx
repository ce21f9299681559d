/** The call that is being made: how long it lasts, what is chosen and written, and its saving. */
import type { WireRow } from '#kernel/http/wire.ts'
import { useAction } from '#ui/base/use-action.ts'
import { useEffect, useState } from 'react'

export interface Talk {
  values: Readonly<Record<string, unknown>>
  change: (changes: Readonly<Record<string, unknown>>) => void
  seconds: number
  isRunning: boolean
  toggle: () => void
  /** Begins to count, where it does not yet. */
  begin: (number: string) => void
  save: () => void
  isSaving: boolean
  problem: ReturnType<typeof useAction>['problem']
}

export function useTalk(entry: WireRow, onSaved: () => void): Talk {
  const { run, isRunning: isSaving, problem } = useAction('call-entry', 'record-call')
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>({})
  const clock = useClock()
  const change: Talk['change'] = (changes) => setValues((known) => ({ ...known, ...changes }))
  const save = async () => {
    const input = {
      ...values,
      seconds: clock.stop(),
      ...(clock.startedAt && { startedAt: clock.startedAt }),
    }
    await run({ id: entry.id, body: { input } })
    onSaved()
  }
  return {
    values,
    change,
    seconds: clock.seconds,
    isRunning: clock.isRunning,
    toggle: () => (clock.isRunning ? clock.stop() : clock.start()),
    begin: (number) => {
      change({ number })
      if (!clock.isRunning) clock.start()
    },
    // What is refused is told beside the field.
    save: () => void save().catch(() => undefined),
    isSaving,
    problem,
  }
}

/** Counts seconds of talk; goes on where it was stopped. */
function useClock() {
  const [before, setBefore] = useState(0)
  const [since, setSince] = useState<number | null>(null)
  const [startedAt, setStartedAt] = useState<string | null>(null)
  const [now, setNow] = useState(0)
  useEffect(() => {
    if (since === null) return undefined
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [since])
  const running = since === null ? 0 : Math.max(0, Math.floor((now - since) / 1000))
  return {
    startedAt,
    isRunning: since !== null,
    seconds: before + running,
    start: () => {
      const at = Date.now()
      setNow(at)
      setSince(at)
      setStartedAt((known) => known ?? new Date(at).toISOString())
    },
    stop: () => {
      setBefore(before + running)
      setSince(null)
      return before + running
    },
  }
}

/** '2:05' */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
