/** Says on every page how much waits to be sent, and what of it needs the person. */
import { useT } from '#ui/base/house.tsx'
import { IconSend } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useOutbox } from './outbox.ts'
import './outbox.css'

export function OutboxNotice() {
  const t = useT()
  const { entries } = useOutbox()
  if (entries.length === 0) return null
  const refused = entries.filter((entry) => entry.refused).length
  return (
    <div className="notice outbox-notice" role="status">
      <IconSend size={16} stroke={1.6} aria-hidden />
      <span>{t('Waiting to be sent: {count}', { count: entries.length })}</span>
      {refused > 0 && <span className="strong">{t('Needs you: {count}', { count: refused })}</span>}
      <Link to="/outbox">{t('Open the outbox')}</Link>
    </div>
  )
}
