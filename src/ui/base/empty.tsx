/** An empty place that says why it is empty and what to do. */
import type { ReactNode } from 'react'
import './empty.css'

interface EmptyProps {
  title: string
  text?: string
  icon?: ReactNode
  /** Buttons. */
  children?: ReactNode
}

export function Empty(props: EmptyProps) {
  return (
    <div className="empty">
      {props.icon && <div className="empty-icon">{props.icon}</div>}
      <p className="empty-title">{props.title}</p>
      {props.text && <p className="empty-text">{props.text}</p>}
      {props.children && <div className="empty-actions">{props.children}</div>}
    </div>
  )
}
