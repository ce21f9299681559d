/** One figure to compare with, or the two ends of a range; typed loosely, kept exact. */
import { Input } from 'antd'
import { useT } from '#ui/base/house.tsx'
import { useState } from 'react'
import type { ValueProps } from './filter.tsx'
import { readNumber, showNumber } from './value/number-text.ts'

interface FigureProps {
  label: string
  value: string
  onChange: (value: string) => void
}

function Figure({ label, value, onChange }: FigureProps) {
  const [typed, setTyped] = useState(() => (value === '' ? '' : showNumber(value)))
  const isWrong = typed.trim() !== '' && readNumber(typed) === null
  return (
    <Input
      className="filter-value"
      inputMode="decimal"
      aria-label={label}
      value={typed}
      {...(isWrong && { status: 'error' as const })}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(readNumber(event.target.value) ?? '')
      }}
    />
  )
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export function FigureValue({ field, operator, value, onChange }: ValueProps) {
  const t = useT()
  if (operator !== 'between') {
    return <Figure label={field.label} value={textOf(value)} onChange={onChange} />
  }
  const [from, until] = Array.isArray(value) ? (value as unknown[]).map(textOf) : []
  return (
    <div className="filter-range">
      <Figure
        label={t('Range from')}
        value={from ?? ''}
        onChange={(to) => onChange([to, until ?? ''])}
      />
      <span aria-hidden>–</span>
      <Figure
        label={t('Range to')}
        value={until ?? ''}
        onChange={(to) => onChange([from ?? '', to])}
      />
    </div>
  )
}
