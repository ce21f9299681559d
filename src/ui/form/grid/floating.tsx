/** Something that hangs below an element, or above where there is no room, over everything else. */
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

interface FloatingProps {
  anchor: Element | null
  children: ReactNode
}

const GAP = 2

export function Floating({ anchor, children }: FloatingProps) {
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number; width: number } | null>(null)
  useLayoutEffect(() => {
    const put = () => {
      if (!anchor || !box.current) return
      const at = anchor.getBoundingClientRect()
      const { offsetHeight: height, offsetWidth: width } = box.current
      const isBelow = at.bottom + GAP + height <= innerHeight || at.top < height
      const top = isBelow ? at.bottom + GAP : at.top - GAP - height
      const left = Math.max(4, Math.min(at.left, innerWidth - width - 4))
      setPlace({ left, top, width: at.width })
    }
    put()
    const observer = new ResizeObserver(put)
    if (box.current) observer.observe(box.current)
    addEventListener('scroll', put, true)
    addEventListener('resize', put)
    return () => {
      observer.disconnect()
      removeEventListener('scroll', put, true)
      removeEventListener('resize', put)
    }
  }, [anchor])
  const style = place
    ? { left: place.left, top: place.top, minWidth: place.width }
    : { visibility: 'hidden' as const }
  return createPortal(
    <div
      ref={box}
      className="floating"
      style={style}
      // The focus stays in the cell.
      onMouseDown={(event) => event.preventDefault()}
    >
      {children}
    </div>,
    document.body,
  )
}
