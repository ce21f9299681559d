/** What a report is asked with: period, people, kinds; a change asks again at once. */
import type { RefTitles, ReportMeta } from '#kernel/http/wire.ts'
import { AskedFields } from '#ui/field/asked-fields.tsx'
import type { ReportParams } from './report-params.ts'

interface ReportFormProps {
  report: ReportMeta
  params: ReportParams
  refs: RefTitles
  onChange: (changes: ReportParams) => void
}

export function ReportForm({ report, params, refs, onChange }: ReportFormProps) {
  return (
    <AskedFields
      className="report-form"
      fieldClassName="report-param"
      fields={report.params}
      values={params}
      refs={refs}
      onChange={onChange}
    />
  )
}
