/** The same function for as long as a component lives, always doing what was given last. */
import { useCallback, useLayoutEffect, useRef } from 'react'

export function useStable<A extends unknown[], R>(act: (...args: A) => R): (...args: A) => R {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback((...args: A) => latest.current(...args), [])
}
