/** On the page of a record: what this person did to it that is not sent yet. */
import { useT } from '#ui/base/house.tsx'
import { concerns } from './entry.ts'
import { EntryList } from './entry-list.tsx'
import { useOutbox } from './outbox.ts'

export function RecordWaiting({ entity, id }: { entity: string; id: string }) {
  const t = useT()
  const entries = useOutbox().entries.filter((entry) => concerns(entry, entity, id))
  if (entries.length === 0) return null
  return (
    <section className="panel" aria-label={t('Not sent yet')}>
      <header className="panel-head">
        <h2 className="grow">{t('Not sent yet')}</h2>
      </header>
      <EntryList entries={entries} isHere />
    </section>
  )
}
