/** What is typed in the search field of a list; the address follows at the first rest. */
import { useComposed } from '#ui/base/composing.ts'
import { useSettled } from '#ui/base/settled.ts'
import { useEffect, useEffectEvent, useState, type ChangeEvent } from 'react'
import type { ListView } from './use-list-view.ts'

/** Long enough for letters that come in one stroke, too short to be waited for. */
const pause = 30

/**
 * The address may change by itself (back, another tab): then the field follows it.
 * @returns what the field shows and listens to
 */
export function useTypedSearch(view: ListView) {
  const { q } = view.state
  const [typed, setTyped] = useState(q)
  const [seen, setSeen] = useState(q)
  const { composed, listening } = useComposed(typed)
  const settled = useSettled(composed, pause)
  if (q !== seen) {
    setSeen(q)
    if (typed === settled) setTyped(q)
  }
  const send = useEffectEvent((text: string) => {
    if (text !== q) view.change({ q: text })
  })
  useEffect(() => send(settled), [settled])
  return {
    value: typed,
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => setTyped(target.value),
    ...listening,
  }
}
