/** One field of a form: label, control, help, and what is wrong. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { FieldInput } from '#ui/field/input.tsx'
import { ValueNote } from '#ui/field/value-note.tsx'
import { isWide } from '#ui/field/value/field-facts.ts'
import { Tooltip } from 'antd'
import { lazy, Suspense, useId } from 'react'
import type { Form } from './use-form.ts'
import './form.css'

const FilterField = lazy(async () => ({
  default: (await import('#ui/list/filter-field.tsx')).FilterField,
}))

interface FormFieldProps {
  form: Form
  field: FieldMeta
  autoFocus?: boolean
  disabled?: boolean
}

export function FormField({ form, field, autoFocus, disabled }: FormFieldProps) {
  const id = useId()
  const error = messageOf(form, field.name)
  return (
    <div className={isWide(field) ? 'field field-wide' : 'field'} data-field={field.name}>
      <label className="field-label" htmlFor={id}>
        <LabelText field={field} />
        {field.required && field.kind !== 'boolean' && (
          <span className="field-required" aria-hidden>
            {' *'}
          </span>
        )}
      </label>
      <FieldControl form={form} id={id} {...{ field, error, autoFocus, disabled }} />
      {!error && <ValueNote field={field} row={form.values} className="field-note" />}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : (
        field.help && (
          <p className="field-help" id={`${id}-help`}>
            {field.help}
          </p>
        )
      )}
    </div>
  )
}

interface ControlProps {
  form: Form
  field: FieldMeta
  id: string
  error: string | undefined
  autoFocus: boolean | undefined
  disabled: boolean | undefined
}

function FieldControl({ form, id, field, error, autoFocus, disabled }: ControlProps) {
  const common = {
    id,
    field,
    value: form.values[field.name],
    row: form.values,
    refs: form.titles,
    error,
    autoFocus,
    disabled,
    onChange: (value: unknown) => {
      form.change(field.name, value)
      // A record of another kind is another record.
      for (const { name, targetIn } of form.fields)
        if (targetIn === field.name) form.change(name, null)
    },
  }
  if (field.kind === 'filter')
    return (
      <Suspense fallback={null}>
        <FilterField {...common} />
      </Suspense>
    )
  return (
    <FieldInput
      {...common}
      onPick={(option) => form.pick(field, option)}
      onLeave={() => form.leave(field)}
    />
  )
}

/** On a desk the help appears over the label; on a phone it stands below the control. */
function LabelText({ field }: { field: FieldMeta }) {
  if (!field.help) return field.label
  return (
    <Tooltip title={field.help} mouseEnterDelay={0.3}>
      <span className="field-helped">{field.label}</span>
    </Tooltip>
  )
}

/** What is wrong with the field itself or, for an address, with a part of it. */
function messageOf({ messages }: Form, name: string): string | undefined {
  const inside = Object.keys(messages).find((path) => path.startsWith(`${name}.`))
  return messages[name] ?? (inside ? messages[inside] : undefined)
}
