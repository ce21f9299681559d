/** The rows of a report with totals below; a figure leads to the records behind it. */
import type { FieldMeta, ReportAnswer, ReportMeta } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { isFigure, withDecimals } from '#ui/field/display.ts'
import { IconArrowNarrowDown, IconArrowNarrowUp } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { ReportParams } from './report-params.ts'
import { ReportFigure } from './report-figure.tsx'
import { sortedRows, type ReportSort } from './report-rows.ts'

type Row = Record<string, unknown>

interface Asked {
  report: ReportMeta
  answer: ReportAnswer
  params: ReportParams
}

interface CellProps extends Asked {
  field: FieldMeta
  /** None: the total of all rows. */
  row: Row | null
}

function ReportCell({ report, answer, params, field, row }: CellProps) {
  return (
    <td className={isFigure(field) ? 'number' : undefined}>
      <ReportFigure
        report={report}
        params={params}
        field={field}
        row={row}
        shown={row ?? answer.totals}
        refs={answer.refs}
      />
    </td>
  )
}

interface HeadProps {
  report: ReportMeta
  sort: ReportSort | null
  onSort: (column: string) => void
}

function ReportHead({ report, sort, onSort }: HeadProps) {
  const Mark = sort?.descending ? IconArrowNarrowDown : IconArrowNarrowUp
  return (
    <thead>
      <tr>
        {report.columns.map((field) => {
          const isSorted = sort?.column === field.name
          const direction = sort?.descending ? 'descending' : 'ascending'
          return (
            <th
              key={field.name}
              scope="col"
              className={isFigure(field) ? 'number' : undefined}
              aria-sort={isSorted ? direction : 'none'}
            >
              <button type="button" className="plain" onClick={() => onSort(field.name)}>
                {field.label}
                {isSorted && <Mark size={14} stroke={1.8} aria-hidden />}
              </button>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

function ReportFoot(asked: Asked) {
  const t = useT()
  const { report } = asked
  if (report.totals.length === 0) return null
  return (
    <tfoot>
      <tr>
        {report.columns.map((field, at) => {
          if (report.totals.includes(field.name)) {
            return <ReportCell key={field.name} {...asked} field={field} row={null} />
          }
          return <td key={field.name}>{at === 0 ? t('Total') : ''}</td>
        })}
      </tr>
    </tfoot>
  )
}

interface TableProps extends Asked {
  sort: ReportSort | null
  onSort: (column: string) => void
}

export function ReportTable({ report, answer, params, sort, onSort }: TableProps) {
  const { locale } = usePreferences()
  const rows = useMemo(
    () => sortedRows(answer, report.columns, sort, locale),
    [answer, report, sort, locale],
  )
  const shown = useMemo(() => {
    return { ...report, columns: withDecimals(report.columns, [...answer.rows, answer.totals]) }
  }, [report, answer])
  const asked = { report: shown, answer, params }
  return (
    <div className="panel report-scroll">
      <table className="report-table">
        <ReportHead report={shown} sort={sort} onSort={onSort} />
        <tbody>
          {rows.map((row, at) => (
            <tr key={JSON.stringify([row[report.columns[0]?.name ?? ''], at])}>
              {shown.columns.map((field) => (
                <ReportCell key={field.name} {...asked} field={field} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        <ReportFoot {...asked} />
      </table>
    </div>
  )
}
