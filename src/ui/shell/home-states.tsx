/** What stands in a tile that has nothing to show, or not yet. */
import { useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import './home.css'

/** Grey where the content will stand. */
export function Skeleton({ label }: { label: string }) {
  const t = useT()
  return (
    <div
      className="panel home-skeleton"
      role="status"
      aria-label={t('Loading: {name}', { name: label })}
    />
  )
}

export function Nothing({ label, text }: { label: string; text: string }) {
  return (
    <Panel title={label}>
      <p className="home-nothing faint">{text}</p>
    </Panel>
  )
}
