/** Waiting entries one under the other: what, when, how it stands, and what to do with it. */
import { useT } from '#ui/base/house.tsx'
import { momentText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { IconAlertTriangle, IconClock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { EntryTools } from './entry-tools.tsx'
import { stateWords, useEntryWords } from './entry-words.ts'
import type { Entry } from './entry.ts'
import { useOutbox } from './outbox.ts'
import './outbox.css'

interface EntryListProps {
  entries: readonly Entry[]
  /** On the page of the record itself. */
  isHere?: boolean
}

export function EntryList({ entries, isHere = false }: EntryListProps) {
  return (
    <ol className="outbox">
      {entries.map((entry) => (
        <li key={entry.id} className={entry.refused ? 'outbox-entry is-refused' : 'outbox-entry'}>
          <EntryLine entry={entry} isHere={isHere} />
        </li>
      ))}
    </ol>
  )
}

function EntryLine({ entry, isHere }: { entry: Entry; isHere: boolean }) {
  const t = useT()
  const reader = useReader()
  const all = useOutbox().entries
  const { kind, what } = useEntryWords()(entry)
  const place = isHere ? null : placeOf(entry)
  const Sign = entry.refused ? IconAlertTriangle : IconClock
  return (
    <>
      <Sign className="outbox-sign" size={17} stroke={1.6} aria-hidden />
      <div className="outbox-what">
        <p>
          <span className="strong">{kind}</span> {what}
        </p>
        <p className="outbox-state">
          <time className="faint" dateTime={entry.at}>
            {momentText(entry.at, reader)}
          </time>
          <span>{stateWords(entry, all, t)}</span>
          {place && (
            <Link to="/record/$entity/$id" params={place}>
              {t('Open the record')}
            </Link>
          )}
        </p>
      </div>
      <EntryTools entry={entry} />
    </>
  )
}

/** The record that it makes, changes or is said about. */
function placeOf({ intent, temporary }: Entry): { entity: string; id: string } | null {
  if (intent.kind === 'file')
    return intent.owner ? { entity: intent.owner.entity, id: intent.owner.record } : null
  const { entity } = intent
  if (intent.kind !== 'create')
    return 'id' in intent && intent.id ? { entity, id: intent.id } : null
  const { entity: about, record } = intent.values
  if (typeof about === 'string' && typeof record === 'string') return { entity: about, id: record }
  return temporary === undefined ? null : { entity, id: temporary }
}
