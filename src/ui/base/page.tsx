/** The frame of every page's content: heading with buttons, and white panels below it. */
import type { ReactNode } from 'react'
import './page.css'

interface PageProps {
  title: ReactNode
  /** Said beside the heading: counts, totals, state steps. */
  beside?: ReactNode
  /** Buttons at the right. */
  actions?: ReactNode
  children: ReactNode
  /** Fills the height of the window; its panel scrolls, not the page. */
  fills?: boolean
}

export function Page(props: PageProps) {
  return (
    <section className={props.fills ? 'page page-fills' : 'page'}>
      <header className="page-head">
        <h1 className="page-title">{props.title}</h1>
        {props.beside !== undefined && <div className="page-beside">{props.beside}</div>}
        {props.actions !== undefined && <div className="page-actions">{props.actions}</div>}
      </header>
      {props.children}
    </section>
  )
}

interface PanelProps {
  title?: ReactNode
  actions?: ReactNode
  children: ReactNode
  className?: string
}

export function Panel(props: PanelProps) {
  const hasHead = props.title !== undefined || props.actions !== undefined
  return (
    <section className={`panel ${props.className ?? ''}`}>
      {hasHead && (
        <header className="panel-head">
          <h2 className="grow">{props.title}</h2>
          {props.actions}
        </header>
      )}
      {props.children}
    </section>
  )
}
