/** Enters a password or a code; it is never kept as a draft. */
import { Input } from 'antd'
import { useId } from 'react'
import '#ui/form/form.css'

interface SecretInputProps {
  label: string
  value: string
  /** Helps password managers: current-password, new-password, one-time-code. */
  autoComplete: string
  help?: string
  error: string | undefined
  onChange: (value: string) => void
}

export function SecretInput(props: SecretInputProps) {
  const id = useId()
  const { error, help } = props
  const isCode = props.autoComplete === 'one-time-code'
  const common = {
    id,
    value: props.value,
    autoComplete: props.autoComplete,
    'aria-invalid': error !== undefined,
    'aria-describedby': `${id}-note`,
    ...(error && { status: 'error' as const }),
    onChange: (event: { target: { value: string } }) => props.onChange(event.target.value),
  }
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {props.label}
      </label>
      {isCode ? <Input {...common} inputMode="numeric" /> : <Input.Password {...common} />}
      {(error ?? help) && (
        <p id={`${id}-note`} className={error ? 'field-error' : 'field-help'}>
          {error ?? help}
        </p>
      )}
    </div>
  )
}
