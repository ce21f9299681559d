/** What is typed in the search field of a list; the address follows once the typing pauses. */
import { useSettled } from '#ui/base/settled.ts'
import { useEffect, useEffectEvent, useState } from 'react'
import type { ListView } from './use-list-view.ts'

const pause = 220

/** The address may change by itself (back, another tab): then the field follows it. */
export function useTypedSearch(view: ListView): [string, (text: string) => void] {
  const { q } = view.state
  const [typed, setTyped] = useState(q)
  const [seen, setSeen] = useState(q)
  const settled = useSettled(typed, pause)
  if (q !== seen) {
    setSeen(q)
    if (typed === settled) setTyped(q)
  }
  const send = useEffectEvent((text: string) => {
    if (text !== q) view.change({ q: text })
  })
  useEffect(() => send(settled), [settled])
  return [typed, setTyped]
}
