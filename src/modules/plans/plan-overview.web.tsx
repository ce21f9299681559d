/** What was aimed at in a week, and how much of it is reached. */
import type { WireRow } from '#kernel/http/wire.ts'
import { compare, isDecimal } from '#kernel/money/decimal.ts'
import { useT } from '#ui/base/house.tsx'
import { ProgressBar } from '#ui/base/progress-bar.tsx'
import { Cell } from '#ui/field/cell.tsx'
import type { OverviewProps } from '#ui/record/overview.tsx'
import { OverviewCard } from '#ui/record/overview-card.tsx'
import { ReportFigure } from '#ui/report/report-figure.tsx'
import { IconChecklist, IconTarget } from '@tabler/icons-react'
import { useWork, type Work } from './use-work.web.ts'
import './work.css'

const aims = [
  { figure: 'calls', aim: 'targetCalls' },
  { figure: 'visits', aim: 'targetVisits' },
  { figure: 'quotes', aim: 'targetQuotes' },
  { figure: 'orderAmount', aim: 'targetOrders' },
] as const

export function PlanOverview({ entity, answer: { row } }: OverviewProps) {
  const t = useT()
  const work = useWork(String(row['owner']), String(row['beginsOn']), String(row['endsOn']))
  if (!work?.isReady) return <div className="record-overview" />
  return (
    <section className="record-overview overview" aria-label={t('At a glance')}>
      {aims.map(({ figure, aim }) => {
        const field = entity.fields.find(({ name }) => name === aim)
        const shown = field ? { field, row } : null
        return <AimCard key={figure} work={work} figure={figure} aim={shown} />
      })}
      <LinesCard row={row} />
    </section>
  )
}

interface AimCardProps {
  work: Work
  figure: string
  aim: { field: Parameters<typeof Cell>[0]['field']; row: WireRow } | null
}

function AimCard({ work, figure, aim }: AimCardProps) {
  const t = useT()
  const field = work.report.columns.find(({ name }) => name === figure)
  if (!field || !work.row) return null
  const wanted = aim?.row[aim.field.name]
  const percent = percentOf(work.row[figure], wanted)
  return (
    <OverviewCard icon={IconTarget} title={field.label}>
      <p className="overview-main">
        <ReportFigure
          report={work.report}
          params={work.params}
          field={field}
          row={work.row}
          shown={work.row}
        />
      </p>
      {aim && percent !== null ? (
        <>
          <p className="overview-why">
            {t('aimed at')} <Cell field={aim.field} row={aim.row} refs={{}} />
          </p>
          <ProgressBar percent={percent} label={field.label} isTold className="work-progress" />
        </>
      ) : (
        <p className="overview-why">{t('nothing aimed at')}</p>
      )}
    </OverviewCard>
  )
}

/** Whole percent of what was aimed at, 100 at most; only a picture, so a float will do. */
function percentOf(done: unknown, wanted: unknown): number | null {
  const aim = String(wanted ?? '')
  if (!isDecimal(aim) || compare(aim, '0') <= 0) return null
  return Math.min(100, Math.round((100 * Number(done ?? 0)) / Number(aim)))
}

function LinesCard({ row }: { row: WireRow }) {
  const t = useT()
  const lines = (row['lines'] ?? []) as { done?: boolean }[]
  const done = lines.filter((line) => line.done === true).length
  if (lines.length === 0) return null
  return (
    <OverviewCard icon={IconChecklist} title={t('Plan')}>
      <p className="overview-main">{t('{done} of {count} done', { done, count: lines.length })}</p>
      <p className="overview-why">{t('Seen from visits, contact records, tasks and deals.')}</p>
      <ProgressBar
        percent={Math.round((100 * done) / lines.length)}
        label={t('Plan')}
        isTold
        className="work-progress"
      />
    </OverviewCard>
  )
}
