/** One day from the calendar, kept as `YYYY-MM-DD`; fetched only where a day is asked for. */
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useMemo } from 'react'

interface DayPickerProps {
  label: string
  /** '' for none. */
  value: string
  onChange: (value: string) => void
}

export function DayPicker({ label, value, onChange }: DayPickerProps) {
  const day = useMemo(() => (value === '' ? null : dayjs(value)), [value])
  return (
    <DatePicker
      className="filter-value"
      aria-label={label}
      placeholder=""
      value={day}
      onChange={(picked) => onChange(picked ? picked.format('YYYY-MM-DD') : '')}
    />
  )
}
