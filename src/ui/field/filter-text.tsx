/** The words to look for. */
import { useClearing } from '#ui/base/clearing.tsx'
import { Input } from 'antd'
import type { ValueProps } from './filter.tsx'

export function TextValue({ field, value, onChange }: ValueProps) {
  const text = typeof value === 'string' ? value : ''
  return (
    <Input
      className="filter-value"
      aria-label={field.label}
      allowClear={useClearing()}
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
