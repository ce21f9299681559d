/** One card above the fields of a record: a sign, a heading, and what matters now. */
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import './overview-card.css'

interface OverviewCardProps {
  icon: Icon
  title: string
  className?: string
  children: ReactNode
}

export function OverviewCard({ icon: Sign, title, className, children }: OverviewCardProps) {
  return (
    <div className={`panel overview-card ${className ?? ''}`}>
      <h2 className="overview-head">
        <Sign size={16} aria-hidden />
        {title}
      </h2>
      {children}
    </div>
  )
}
