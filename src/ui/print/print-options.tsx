/** What is asked before printing, such as how many labels; a change prints anew at once. */
import type { PrintMeta } from '#kernel/http/wire.ts'
import { AskedFields } from '#ui/field/asked-fields.tsx'

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
  return (
    <AskedFields
      className="print-options"
      fieldClassName="print-option"
      fields={meta.options}
      values={options}
      refs={{}}
      onChange={(changes) => onChange({ ...options, ...changes })}
    />
  )
}
