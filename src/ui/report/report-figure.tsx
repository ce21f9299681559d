/** A figure of a report, which opens the list of the records behind it. */
import type { FieldMeta, RefTitles, ReportMeta } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { Cell } from '#ui/field/cell.tsx'
import { Link } from '@tanstack/react-router'
import type { ReportParams } from './report-params.ts'
import { behind } from './report-rows.ts'

type Row = Record<string, unknown>

interface ReportFigureProps {
  report: ReportMeta
  params: ReportParams
  field: FieldMeta
  /** Whose figure it is; none: the total of all rows. */
  row: Row | null
  /** Where its value stands. */
  shown: Row
  refs?: RefTitles
}

export function ReportFigure({ report, params, field, row, shown, refs = {} }: ReportFigureProps) {
  const t = useT()
  const { entities } = useHouse()
  const found = behind(report, field.name, shown[field.name], row, params)
  const meta = found && entities[found.entity]
  const cell = <Cell field={field} row={shown} refs={refs} unlinked={meta !== null} />
  if (!found || !meta) return cell
  return (
    <Link
      to="/list/$entity"
      params={{ entity: found.entity }}
      search={{ where: found.where }}
      className="report-figure"
      title={t('Show records: {name}', { name: meta.label.many })}
    >
      {cell}
    </Link>
  )
}
