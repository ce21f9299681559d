/** A labelled field of the sign-in pages with what is wrong with it below. */
import { cloneElement, useId, type ReactElement, type ReactNode } from 'react'

interface FieldProps {
  label: string
  hint?: ReactNode
  error?: string | undefined
  children: ReactElement<{ id?: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean }>
}

export function EntranceField(props: FieldProps) {
  const id = useId()
  const below = props.error ?? props.hint
  const control = cloneElement(props.children, {
    id,
    'aria-invalid': props.error !== undefined,
    ...(below !== undefined && { 'aria-describedby': `${id}-below` }),
  })
  return (
    <div className="entrance-field">
      <label htmlFor={id}>{props.label}</label>
      {control}
      {below !== undefined && (
        <div id={`${id}-below`} className={props.error ? 'entrance-error' : 'entrance-hint'}>
          {below}
        </div>
      )}
    </div>
  )
}
