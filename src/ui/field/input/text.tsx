/** Enters text: one line, telephone, e-mail and web address, or several lines. */
import type { FieldKind } from '#kernel/http/wire.ts'
import { Input } from 'antd'
import { textOf } from '#ui/field/value/field-facts.ts'
import { sizeOf, spoken, statusOf } from './props.ts'
import type { FieldInputProps } from './props.ts'

const KEYBOARDS: Partial<Record<FieldKind, 'tel' | 'email' | 'url'>> = {
  phone: 'tel',
  email: 'email',
  url: 'url',
}

export function TextInput(props: FieldInputProps) {
  const { field, value, onChange } = props
  const keyboard = KEYBOARDS[field.kind]
  return (
    <Input
      {...spoken(props)}
      {...statusOf(props.error)}
      {...sizeOf(props.compact)}
      {...(keyboard && { inputMode: keyboard })}
      value={textOf(value)}
      autoComplete="off"
      autoFocus={props.autoFocus ?? false}
      disabled={props.disabled ?? false}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      onBlur={(event) => {
        const trimmed = event.target.value.trim()
        if (trimmed !== event.target.value) onChange(trimmed === '' ? null : trimmed)
        props.onLeave?.()
      }}
    />
  )
}

export function LongTextInput(props: FieldInputProps) {
  const { value, onChange, compact } = props
  return (
    <Input.TextArea
      {...spoken(props)}
      {...statusOf(props.error)}
      value={textOf(value)}
      autoFocus={props.autoFocus ?? false}
      disabled={props.disabled ?? false}
      autoSize={{ minRows: compact ? 1 : 2, maxRows: 14 }}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      onBlur={() => props.onLeave?.()}
    />
  )
}
