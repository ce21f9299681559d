/** A finger held still on something; a finger that moves is scrolling. */
import { useRef } from 'react'

const heldFor = 450

export function useLongPress(act: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const was = useRef(false)
  const end = () => clearTimeout(timer.current)
  return {
    /** Whether the press that just ended was a long one. */
    wasLong: () => was.current,
    events: {
      onTouchStart: () => {
        was.current = false
        timer.current = setTimeout(() => {
          was.current = true
          act()
        }, heldFor)
      },
      onTouchEnd: end,
      onTouchMove: end,
      onTouchCancel: end,
    },
  }
}
