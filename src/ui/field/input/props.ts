/** What every control that enters a field is given. */
import type { FieldMeta, RefTitles } from '#kernel/http/wire.ts'
import type { PickOption } from '#ui/field/value/pick.ts'

export interface FieldInputProps {
  field: FieldMeta
  value: unknown
  onChange: (value: unknown) => void
  /** Id of the control, for the label that stands outside; without it the control names itself. */
  id?: string | undefined
  /** The record that the field belongs to: its currency, what narrows its choices. */
  row?: Readonly<Record<string, unknown>> | undefined
  /** Names of referenced records that are known already. */
  refs?: RefTitles | undefined
  /** Says what is wrong; the control is marked, the text is shown by the form. */
  error?: string | undefined
  autoFocus?: boolean | undefined
  /** In a narrow place: no hints, small control. */
  compact?: boolean | undefined
  disabled?: boolean | undefined
  /** A list of choices is open from the start. */
  opens?: boolean | undefined
  /** A referenced record was picked; called before `onChange`. */
  onPick?: ((option: PickOption) => void) | undefined
  /** The control was left. */
  onLeave?: (() => void) | undefined
}

/** What a screen reader is told about the control. */
export function spoken(props: FieldInputProps) {
  const { id, field, error } = props
  return {
    ...(id ? { id } : { 'aria-label': field.label }),
    ...(error && { 'aria-invalid': true as const }),
    ...(id && (error || field.help) && { 'aria-describedby': `${id}-${error ? 'error' : 'help'}` }),
    ...(field.required && { 'aria-required': true as const }),
  }
}

/** antd's mark of a control with a fault. */
export function statusOf(error: string | undefined): { status?: 'error' } {
  return error ? { status: 'error' } : {}
}

export function sizeOf(compact: boolean | undefined): { size?: 'small' } {
  return compact ? { size: 'small' } : {}
}
