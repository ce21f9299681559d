/** Above a list: records of it that were made without a connection and are not sent yet. */
import { useT } from '#ui/base/house.tsx'
import { Link } from '@tanstack/react-router'
import { useEntryWords } from './entry-words.ts'
import { useOutbox } from './outbox.ts'
import './outbox.css'

export function ListWaiting({ entity }: { entity: string }) {
  const t = useT()
  const words = useEntryWords()
  const made = useOutbox().entries.flatMap((entry) => {
    const { intent, temporary: id } = entry
    return intent.kind === 'create' && intent.entity === entity && id ? [{ entry, id }] : []
  })
  if (made.length === 0) return null
  return (
    <p className="list-waiting">
      <span className="outbox-mark">{t('Not sent yet')}</span>
      {made.map(({ entry, id }) => (
        <Link key={id} to="/record/$entity/$id" params={{ entity, id }}>
          {words(entry).what || t('(unnamed)')}
        </Link>
      ))}
    </p>
  )
}
