/** What a report is asked with: period, people, kinds; a change asks again at once. */
import type { RefTitles, ReportMeta } from '#kernel/http/wire.ts'
import { AskedFields } from '#ui/field/asked-fields.tsx'
import { hasPeriod, PeriodChoice } from './period-choice.tsx'
import type { ReportParams } from './report-params.ts'

interface ReportFormProps {
  report: ReportMeta
  raw: ReportParams
  params: ReportParams
  refs: RefTitles
  onChange: (changes: ReportParams) => void
}

export function ReportForm({ report, raw, params, refs, onChange }: ReportFormProps) {
  return (
    <div className="report-form">
      {hasPeriod(report) && <PeriodChoice raw={raw} onChange={onChange} />}
      <AskedFields
        className="report-params"
        fieldClassName="report-param"
        fields={report.params}
        values={params}
        refs={refs}
        onChange={onChange}
      />
    </div>
  )
}
