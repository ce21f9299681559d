/** One day from the calendar, kept as `YYYY-MM-DD`; fetched only where a day is asked for. */
import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface DayPickerProps {
  label: string
  /** '' for none. */
  value: string
  onChange: (value: string) => void
}

export function DayPicker({ label, value, onChange }: DayPickerProps) {
  return (
    <DatePicker
      className="filter-value"
      aria-label={label}
      placeholder=""
      value={value === '' ? null : dayjs(value)}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : '')}
    />
  )
}
