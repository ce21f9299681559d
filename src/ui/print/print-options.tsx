/** What is asked before printing, such as how many labels; a change prints anew at once. */
import type { PrintMeta } from '#kernel/http/wire.ts'
import { FieldInput } from '#ui/field/input.tsx'
import { useId } from 'react'

export type PrintOptions = Record<string, unknown>

export function usualOptions(meta: PrintMeta | undefined): PrintOptions {
  return Object.fromEntries(meta?.options.map(({ name, initial }) => [name, initial]) ?? [])
}

interface PrintOptionsFormProps {
  meta: PrintMeta
  options: PrintOptions
  onChange: (options: PrintOptions) => void
}

export function PrintOptionsForm({ meta, options, onChange }: PrintOptionsFormProps) {
  const id = useId()
  return (
    <div className="print-options">
      {meta.options.map((field) => (
        <div key={field.name} className="print-option">
          <label htmlFor={`${id}-${field.name}`}>{field.label}</label>
          <FieldInput
            id={`${id}-${field.name}`}
            field={field}
            value={options[field.name] ?? null}
            refs={{}}
            row={options}
            onChange={(value) => onChange({ ...options, [field.name]: value })}
          />
        </div>
      ))}
    </div>
  )
}
