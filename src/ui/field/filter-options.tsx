/** One or several of the offered options; free words where there are none to offer. */
import { useClearing } from '#ui/base/clearing.tsx'
import type { FieldMeta } from '#kernel/http/wire.ts'
import { CURRENCY_CODES } from '#kernel/money/currency.ts'
import { useT } from '#ui/base/house.tsx'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { Dot } from './cell-choice.tsx'
import type { ValueProps } from './filter.tsx'
import { useReader } from './use-reader.ts'

interface Choice {
  value: string
  label: ReactNode
  /** What typing is compared with. */
  name: string
}

function choicesOf(field: FieldMeta): Choice[] {
  if (field.kind === 'currency') {
    return CURRENCY_CODES.map((code) => ({ value: code, label: code, name: code }))
  }
  return (field.options ?? []).map(({ value, label, tone }) => ({
    value,
    label: tone ? <Dot tone={tone} label={label} /> : label,
    name: label,
  }))
}

function YesNoValue({ field, value, onChange }: ValueProps) {
  const t = useT()
  const { yes, no } = useReader()
  return (
    <Select
      className="filter-value"
      aria-label={field.label}
      allowClear={useClearing()}
      placeholder={t('Choose')}
      options={[
        { value: true, label: yes },
        { value: false, label: no },
      ]}
      value={typeof value === 'boolean' ? value : null}
      onChange={onChange}
    />
  )
}

/** Options to tick; used by the quick filters too. */
export function OptionsSelect(props: Omit<ValueProps, 'operator'> & { placeholder?: string }) {
  const t = useT()
  const { field, value, onChange } = props
  const values = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return (
    <Select
      className="filter-value"
      mode={field.kind === 'tags' ? 'tags' : 'multiple'}
      aria-label={field.label}
      allowClear={useClearing()}
      maxTagCount="responsive"
      showSearch={{ optionFilterProp: 'name' }}
      placeholder={props.placeholder ?? t('Choose')}
      options={choicesOf(field)}
      value={values}
      onChange={onChange}
    />
  )
}

export function OptionsValue(props: ValueProps) {
  return props.field.kind === 'boolean' ? <YesNoValue {...props} /> : <OptionsSelect {...props} />
}
