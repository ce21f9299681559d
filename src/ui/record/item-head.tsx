/** The head of one item in the timeline: who, what, when. */
import { momentText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import type { ReactNode } from 'react'

interface ItemHeadProps {
  icon: ReactNode
  by: string
  /** What was done; absent for a comment. */
  what?: string
  at: string
  tools?: ReactNode
}

export function ItemHead({ icon, by, what, at, tools }: ItemHeadProps) {
  const reader = useReader()
  return (
    <header className="timeline-head">
      <span className="timeline-icon">{icon}</span>
      <span className="grow">
        <span className="strong">{by}</span> {what}
      </span>
      <time dateTime={at} className="timeline-at">
        {momentText(at, reader)}
      </time>
      {tools}
    </header>
  )
}
