/** The figures of a work report: counted now while it is a draft, as handed in afterwards. */
import type { WireRow } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import type { OverviewProps } from '#ui/record/overview.tsx'
import { ReportFigure } from '#ui/report/report-figure.tsx'
import { figuresOf, useWork, type Work } from './use-work.web.ts'
import './work.css'

export function ReportOverview({ answer: { row } }: OverviewProps) {
  const t = useT()
  const owner = String(row['owner'])
  const work = useWork(owner, String(row['beginsOn']), String(row['endsOn']))
  if (!work?.isReady) return <div className="record-overview" />
  const isOpen = row['status'] === 'draft' || row['status'] === 'returned'
  const shown = isOpen ? work.row : row
  if (!shown || (!isOpen && row['handedInAt'] === null)) return null
  return (
    <section className="record-overview panel work-figures" aria-label={t('Work in figures')}>
      <h2 className="overview-head">{t('Work in figures')}</h2>
      <dl>
        {figuresOf(work.report).map((field) => (
          <Figure key={field.name} work={work} shown={shown} owner={owner} name={field.name} />
        ))}
      </dl>
      <p className="overview-why">
        {isOpen
          ? t('Counted now; kept as it stands when it is handed in.')
          : t('As it stood when it was handed in; the lists behind it are those of today.')}
      </p>
    </section>
  )
}

interface FigureProps {
  work: Work
  shown: WireRow | Record<string, unknown>
  owner: string
  name: string
}

function Figure({ work, shown, owner, name }: FigureProps) {
  const field = work.report.columns.find((one) => one.name === name)
  if (!field) return null
  return (
    <div>
      <dt>{field.label}</dt>
      <dd>
        <ReportFigure
          report={work.report}
          params={work.params}
          field={field}
          row={{ owner }}
          shown={shown}
        />
      </dd>
    </div>
  )
}
