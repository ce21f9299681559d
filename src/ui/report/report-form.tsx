/** What a report is asked with: period, people, kinds; a change asks again at once. */
import type { RefTitles, ReportMeta } from '#kernel/http/wire.ts'
import { FieldInput } from '#ui/field/input.tsx'
import { useId } from 'react'
import type { ReportParams } from './report-params.ts'

interface ReportFormProps {
  report: ReportMeta
  params: ReportParams
  refs: RefTitles
  onChange: (changes: ReportParams) => void
}

export function ReportForm({ report, params, refs, onChange }: ReportFormProps) {
  const id = useId()
  return (
    <div className="report-form">
      {report.params.map((field) => (
        <div key={field.name} className="report-param">
          <label htmlFor={`${id}-${field.name}`}>{field.label}</label>
          <FieldInput
            id={`${id}-${field.name}`}
            field={field}
            value={params[field.name] ?? null}
            refs={refs}
            row={params}
            onChange={(value) => onChange({ [field.name]: value })}
          />
        </div>
      ))}
    </div>
  )
}
