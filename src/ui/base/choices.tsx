/** One of a few: all in sight, the chosen one raised; arrow keys move, as in a radio group. */
import { useId } from 'react'
import './choices.css'

interface ChoicesProps<T extends string> {
  label: string
  /** The label is read aloud but not shown. */
  labelIsUnseen?: boolean
  options: Readonly<Record<T, string>>
  value: T
  onChange: (value: T) => void
}

export function Choices<T extends string>(props: ChoicesProps<T>) {
  const name = useId()
  const options = Object.entries(props.options) as [T, string][]
  return (
    <fieldset className="choices">
      <legend className={props.labelIsUnseen ? 'unseen' : 'choices-label'}>{props.label}</legend>
      <div className="choices-track">
        {options.map(([value, label]) => (
          <label key={value} className="choices-one">
            <input
              type="radio"
              name={name}
              checked={value === props.value}
              onChange={() => props.onChange(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
