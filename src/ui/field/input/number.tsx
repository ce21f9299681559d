/** Enters whole and exact numbers, amounts and percentages; figures are grouped while at rest. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { Input } from 'antd'
import { useState } from 'react'
import { currencyOf } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { textOf } from '#ui/field/value/field-facts.ts'
import { sizeOf, spoken, statusOf } from './props.ts'
import type { FieldInputProps } from './props.ts'
import { showNumber } from '#ui/field/value/number-text.ts'
import { readText } from '#ui/field/value/read-text.ts'
import './input.css'

export function NumberInput(props: FieldInputProps) {
  const { field, value, onChange } = props
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <Input
      {...spoken(props)}
      {...statusOf(props.error)}
      {...sizeOf(props.compact)}
      className="number-input"
      inputMode={field.kind === 'integer' ? 'numeric' : 'decimal'}
      autoComplete="off"
      autoFocus={props.autoFocus ?? false}
      disabled={props.disabled ?? false}
      value={typed ?? showNumber(textOf(value))}
      suffix={<Unit field={field} row={props.row} />}
      onFocus={() => setTyped(textOf(value))}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(valueOf(field, event.target.value))
      }}
      onBlur={() => {
        setTyped(null)
        props.onLeave?.()
      }}
    />
  )
}

/** Text that is no number stays as it is: the check names it, and nothing typed is lost. */
function valueOf(field: FieldMeta, text: string): unknown {
  const reading = readText(field, text, '')
  return 'value' in reading ? reading.value : text
}

function Unit({ field, row }: { field: FieldMeta; row: FieldInputProps['row'] }) {
  const reader = useReader()
  if (field.kind === 'percent') return <span className="number-unit">%</span>
  if (field.kind !== 'money') return <span />
  return <span className="number-unit">{currencyOf(field, row ?? {}, reader)}</span>
}
