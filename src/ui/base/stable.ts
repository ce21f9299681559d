/** Functions and lists that stay the same ones while nothing in them changes. */
import { useCallback, useLayoutEffect, useRef, useState } from 'react'

/** One function that always does what was given last. */
export function useStable<A extends unknown[], R>(act: (...args: A) => R): (...args: A) => R {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback((...args: A) => latest.current(...args), [])
}

/** The list as it was, while it holds the same things. */
export function useSame<T>(list: readonly T[]): readonly T[] {
  const [kept, keep] = useState(list)
  const isSame = kept.length === list.length && kept.every((one, at) => one === list[at])
  if (!isSame) keep(list)
  return isSame ? kept : list
}
