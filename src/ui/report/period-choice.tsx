/** Periods by name: they move with the calendar, also in a saved report. */
import type { ReportMeta } from '#kernel/http/wire.ts'
import { RANGE_NAMES } from '#kernel/time/date-range.ts'
import { useT } from '#ui/base/house.tsx'
import { rangeText } from '#ui/field/condition-text.ts'
import { Select } from 'antd'
import { useId } from 'react'
import type { ReportParams } from './report-params.ts'

const offered = RANGE_NAMES.filter((name) => /^(this|last)-/.test(name))

export function hasPeriod(report: ReportMeta): boolean {
  const days = report.params.filter(({ kind }) => kind === 'date').map(({ name }) => name)
  return days.includes('from') && days.includes('until')
}

interface PeriodChoiceProps {
  /** As they stand in the address, words and all. */
  raw: ReportParams
  onChange: (changes: ReportParams) => void
}

export function PeriodChoice({ raw, onChange }: PeriodChoiceProps) {
  const t = useT()
  const id = useId()
  const { from, until } = raw
  const chosen = offered.find((name) => from === `${name}.from` && until === `${name}.until`)
  const options = offered.map((name) => ({ value: name as string, label: rangeText(name, t) }))
  return (
    <div className="report-param">
      <label htmlFor={id}>{t('Period')}</label>
      <Select
        id={id}
        value={chosen ?? ''}
        options={[{ value: '', label: t('Chosen days') }, ...options]}
        onChange={(name) =>
          onChange(
            name === ''
              ? { from: '', until: '' }
              : { from: `${name}.from`, until: `${name}.until` },
          )
        }
      />
    </div>
  )
}
