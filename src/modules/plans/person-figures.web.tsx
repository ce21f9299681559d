/** What a person did this week, this month and the month before, with the records behind it. */
import { useT } from '#ui/base/house.tsx'
import { ReportFigure } from '#ui/report/report-figure.tsx'
import { figuresOf, type Work } from './use-work.web.ts'

interface PersonFiguresProps {
  spans: { label: string; work: Work }[]
}

export function PersonFigures({ spans }: PersonFiguresProps) {
  const t = useT()
  const [first] = spans
  if (!first) return null
  return (
    <div className="panel work-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('Recent work')}</th>
            {spans.map(({ label }) => (
              <th key={label} scope="col" className="number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figuresOf(first.work.report).map((field) => (
            <tr key={field.name}>
              <th scope="row">{field.label}</th>
              {spans.map(({ label, work }) => (
                <td key={label} className="number">
                  <ReportFigure
                    report={work.report}
                    params={work.params}
                    field={field}
                    row={work.row}
                    shown={work.row ?? {}}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
