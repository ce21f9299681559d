/** Words with customers on each of the last days, as bars and as figures for those who read. */
import { addDays, daysBetween, weekday } from '#kernel/time/date.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { OverviewCard } from '#ui/record/overview-card.tsx'
import { useReport } from '#ui/report/use-report.ts'
import { IconChartBar } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'

interface PersonDaysProps {
  person: string
  from: string
  until: string
}

const kinds = ['calls', 'visits', 'otherContacts'] as const
const tallest = 44

export function PersonDays({ person, from, until }: PersonDaysProps) {
  const t = useT()
  const isKnown = useHouse().reports['work-by-day'] !== undefined
  const { data } = useReport('work-by-day', { person, from, until }, isKnown)
  if (!data) return null
  const known = new Map(data.rows.map((row) => [row['day'], row]))
  const days = Array.from({ length: daysBetween(from, until) + 1 }, (_, at) => addDays(from, at))
  const counts = days.map((day) =>
    kinds.reduce((sum, kind) => sum + Number(known.get(day)?.[kind] ?? 0), 0),
  )
  const most = Math.max(1, ...counts)
  return (
    <OverviewCard icon={IconChartBar} title={t('Contacts per day')}>
      <ol className="work-days">
        {days.map((day, at) => {
          const count = counts[at] ?? 0
          return (
            <li key={day} className={weekday(day) > 5 ? 'work-day-off' : undefined} title={day}>
              <span className="work-day-count">{count || ''}</span>
              <span
                className="work-day-bar"
                style={{ blockSize: `${Math.max(2, (count / most) * tallest)}px` }}
              />
              <span className="work-day-name">{Number(day.slice(8))}</span>
            </li>
          )
        })}
      </ol>
      <Link
        className="overview-way"
        to="/report/$name"
        params={{ name: 'work-by-day' }}
        search={{ person, from, until }}
      >
        {t('Day by day')}
      </Link>
    </OverviewCard>
  )
}
