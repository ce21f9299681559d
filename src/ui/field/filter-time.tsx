/** Days to compare with: by name ("this month"), one day, or a range. */
import { RANGE_NAMES } from '#kernel/time/date-range.ts'
import { useT } from '#ui/base/house.tsx'
import { Select } from 'antd'
import { lazy, Suspense } from 'react'
import { rangeText } from './condition-text.ts'
import type { ValueProps } from './filter.tsx'

const DayPicker = lazy(async () => ({ default: (await import('./day-picker.tsx')).DayPicker }))

export function RangeNameValue({ field, value, onChange }: ValueProps) {
  const t = useT()
  const options = RANGE_NAMES.map((name) => ({ value: name, label: rangeText(name, t) }))
  return (
    <Select
      className="filter-value"
      aria-label={field.label}
      options={options}
      value={typeof value === 'string' && value !== '' ? value : null}
      placeholder={t('Choose')}
      onChange={onChange}
    />
  )
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function DayValue({ field, operator, value, onChange }: ValueProps) {
  const t = useT()
  const [from, until] = Array.isArray(value) ? (value as unknown[]).map(textOf) : []
  return (
    <Suspense fallback={<div className="filter-value" />}>
      {operator === 'between' ? (
        <div className="filter-range">
          <DayPicker
            label={t('Range from')}
            value={from ?? ''}
            onChange={(to) => onChange([to, until ?? ''])}
          />
          <span aria-hidden>–</span>
          <DayPicker
            label={t('Range to')}
            value={until ?? ''}
            onChange={(to) => onChange([from ?? '', to])}
          />
        </div>
      ) : (
        <DayPicker label={field.label} value={textOf(value)} onChange={onChange} />
      )}
    </Suspense>
  )
}
