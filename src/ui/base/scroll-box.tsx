/** Holds a table that may be wider or longer than its place, so that keys can scroll it too. */
import { useEffect, useRef, useState, type ReactNode } from 'react'

interface ScrollBoxProps {
  className: string
  children: ReactNode
}

/** A stop for the Tab key only while there is something to scroll. */
export function ScrollBox({ className, children }: ScrollBoxProps) {
  const box = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const { current } = box
    if (!current) return undefined
    const measure = () => {
      const isWider = current.scrollWidth > current.clientWidth
      setScrolls(isWider || current.scrollHeight > current.clientHeight)
    }
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    for (const child of current.children) observer.observe(child)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={box} className={className} {...(scrolls && { tabIndex: 0 })}>
      {children}
    </div>
  )
}
