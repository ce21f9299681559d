/** Tabs of one panel; arrow keys move between them. */
import { useId, type KeyboardEvent, type ReactNode } from 'react'
import './record-tabs.css'

export interface Tab {
  key: string
  label: string
  count?: string | undefined
  /** Buttons shown at the right while the tab is open. */
  tools?: ReactNode
  body: ReactNode
}

interface TabsProps {
  label: string
  tabs: readonly Tab[]
  open: string
  onOpen: (key: string) => void
  /** Buttons beside those of the open tab. */
  tools?: ReactNode
}

export function RecordTabs({ label, tabs, open, onOpen, tools }: TabsProps) {
  const id = useId()
  const shown = tabs.find(({ key }) => key === open) ?? tabs[0]
  if (!shown) return null
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = tabs[(tabs.indexOf(shown) + by + tabs.length) % tabs.length]
    if (by === 0 || !next) return
    onOpen(next.key)
    document.getElementById(`${id}-${next.key}`)?.focus()
  }
  return (
    <section className="panel">
      <header className="tabs-head">
        <div className="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
          {tabs.map((tab) => (
            <button
              key={tab.key}
              id={`${id}-${tab.key}`}
              type="button"
              role="tab"
              className="tab"
              aria-selected={tab === shown}
              aria-controls={`${id}-body`}
              tabIndex={tab === shown ? 0 : -1}
              onClick={() => onOpen(tab.key)}
            >
              {tab.label}
              {tab.count && <span className="tab-count">{tab.count}</span>}
            </button>
          ))}
        </div>
        {(shown.tools || tools) && (
          <div className="tabs-tools">
            {shown.tools}
            {tools}
          </div>
        )}
      </header>
      <div id={`${id}-body`} role="tabpanel" aria-labelledby={`${id}-${shown.key}`}>
        {shown.body}
      </div>
    </section>
  )
}
