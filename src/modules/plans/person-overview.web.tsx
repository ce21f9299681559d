/** A person's recent work on one page, for the person and those above. */
import { addDays, endOf, startOf, startOfNext } from '#kernel/time/date.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import type { OverviewProps } from '#ui/record/overview.tsx'
import { OpenWork } from './person-open-work.web.tsx'
import { PersonDays } from './person-days.web.tsx'
import { PersonFigures } from './person-figures.web.tsx'
import { PersonPapers } from './person-papers.web.tsx'
import { useWork } from './use-work.web.ts'
import './work.css'

export function PersonOverview({ answer: { row } }: OverviewProps) {
  const t = useT()
  const { today } = useHouse()
  const person = row.id
  const lastMonth = startOfNext('month', today, -1)
  const week = useWork(person, startOf('week', today), endOf('week', today))
  const month = useWork(person, startOf('month', today), endOf('month', today))
  const before = useWork(person, lastMonth, endOf('month', lastMonth))
  if (!week || !month || !before) return null
  if (![week, month, before].every(({ isReady }) => isReady))
    return <div className="record-overview" />
  // Of others than oneself and those below nothing is told.
  if (!week.row) return null
  const spans = [
    { label: t('This week'), work: week },
    { label: t('This month'), work: month },
    { label: t('Last month'), work: before },
  ]
  return (
    <section className="record-overview work-person" aria-label={t('Recent work')}>
      <PersonFigures spans={spans} />
      <div className="work-beside">
        <OpenWork person={person} />
        <PersonPapers person={person} />
        <PersonDays person={person} from={addDays(today, -13)} until={today} />
      </div>
    </section>
  )
}
