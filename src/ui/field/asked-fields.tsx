/** What is asked beside a page, such as the period of a report: a change takes effect at once. */
import type { FieldMeta, RefTitles } from '#kernel/http/wire.ts'
import { useId } from 'react'
import { FieldInput } from './input.tsx'

type Values = Readonly<Record<string, unknown>>

interface AskedFieldsProps {
  fields: readonly FieldMeta[]
  values: Values
  refs: RefTitles
  onChange: (changes: Values) => void
  className: string
  fieldClassName: string
}

export function AskedFields(props: AskedFieldsProps) {
  const id = useId()
  return (
    <div className={props.className}>
      {props.fields.map((field) => (
        <div key={field.name} className={props.fieldClassName}>
          <label htmlFor={`${id}-${field.name}`}>{field.label}</label>
          <FieldInput
            id={`${id}-${field.name}`}
            field={field}
            value={props.values[field.name] ?? null}
            refs={props.refs}
            row={props.values}
            onChange={(value) => props.onChange({ [field.name]: value })}
          />
        </div>
      ))}
    </div>
  )
}
