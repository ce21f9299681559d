/** The rows of a report with totals below; a figure leads to the records behind it. */
import type { FieldMeta, ReportAnswer, ReportMeta } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { Cell } from '#ui/field/cell.tsx'
import { isFigure, withDecimals } from '#ui/field/display.ts'
import { IconArrowNarrowDown, IconArrowNarrowUp, IconArrowRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { behind, sortedRows, type ReportSort } from './report-rows.ts'

type Row = Record<string, unknown>

function ReportCell({ field, row, answer }: { field: FieldMeta; row: Row; answer: ReportAnswer }) {
  return (
    <td className={isFigure(field) ? 'number' : undefined}>
      <Cell field={field} row={row} refs={answer.refs} />
    </td>
  )
}

interface RowProps {
  report: ReportMeta
  answer: ReportAnswer
  row: Row
}

/** Opens the list of the records that a row sums up. */
function Behind({ report, row }: Omit<RowProps, 'answer'>) {
  const t = useT()
  const { entities } = useHouse()
  const entity = report.open?.entity
  if (!report.open || entity === undefined || !entities[entity]) return null
  return (
    <td className="report-behind">
      <Link to="/list/$entity" params={{ entity }} search={{ where: behind(report.open, row) }}>
        <IconArrowRight size={16} stroke={1.6} aria-hidden />
        <span className="unseen">
          {t('Show records')} {entities[entity].label.many}
        </span>
      </Link>
    </td>
  )
}

interface HeadProps {
  report: ReportMeta
  sort: ReportSort | null
  onSort: (column: string) => void
}

function ReportHead({ report, sort, onSort }: HeadProps) {
  const t = useT()
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
        {report.open && (
          <th scope="col" className="report-behind">
            <span className="unseen">{t('Show records')}</span>
          </th>
        )}
      </tr>
    </thead>
  )
}

function ReportFoot({ report, answer }: { report: ReportMeta; answer: ReportAnswer }) {
  const t = useT()
  if (report.totals.length === 0) return null
  return (
    <tfoot>
      <tr>
        {report.columns.map((field, at) => {
          if (report.totals.includes(field.name)) {
            return <ReportCell key={field.name} field={field} row={answer.totals} answer={answer} />
          }
          return <td key={field.name}>{at === 0 ? t('Total') : ''}</td>
        })}
        {report.open && <td className="report-behind" />}
      </tr>
    </tfoot>
  )
}

export function ReportTable({ report, answer }: { report: ReportMeta; answer: ReportAnswer }) {
  const [sort, setSort] = useState<ReportSort | null>(null)
  const { locale } = usePreferences()
  const rows = useMemo(
    () => sortedRows(answer, report.columns, sort, locale),
    [answer, report, sort, locale],
  )
  const shown = useMemo(() => {
    return { ...report, columns: withDecimals(report.columns, [...answer.rows, answer.totals]) }
  }, [report, answer])
  const press = (column: string) => {
    const again = sort?.column === column
    if (again && !sort.descending) setSort(null)
    else setSort({ column, descending: !again })
  }
  return (
    <div className="panel report-scroll">
      <table className="report-table">
        <ReportHead report={shown} sort={sort} onSort={press} />
        <tbody>
          {rows.map((row, at) => (
            <tr key={JSON.stringify([row[report.columns[0]?.name ?? ''], at])}>
              {shown.columns.map((field) => (
                <ReportCell key={field.name} field={field} row={row} answer={answer} />
              ))}
              <Behind report={report} row={row} />
            </tr>
          ))}
        </tbody>
        <ReportFoot report={shown} answer={answer} />
      </table>
    </div>
  )
}
