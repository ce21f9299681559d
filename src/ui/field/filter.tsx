/** Asks for a condition on one field: how to compare, and with what. */
import type { FieldKind, FieldMeta } from '#kernel/http/wire.ts'
import type { FieldWhere } from '#kernel/query/where.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { Select } from 'antd'
import { useState, type ComponentType } from 'react'
import { operatorText } from './condition-text.ts'
import { operatorsOf, wantedOf, whereOf, type Operator, type Wanted } from './condition.ts'
import './filter.css'
import { FigureValue } from './filter-figure.tsx'
import { OptionsValue } from './filter-options.tsx'
import { RefValue } from './filter-ref.tsx'
import { TextValue } from './filter-text.tsx'
import { DayValue, RangeNameValue } from './filter-time.tsx'

export interface FilterControlProps {
  field: FieldMeta
  value: FieldWhere | undefined
  /** Undefined while the condition is not complete. */
  onChange: (value: FieldWhere | undefined) => void
}

/** What each kind's value control is given. */
export interface ValueProps {
  field: FieldMeta
  operator: Operator
  value: unknown
  onChange: (value: unknown) => void
}

const controls: Record<FieldKind, ComponentType<ValueProps>> = {
  text: TextValue,
  longText: TextValue,
  richText: TextValue,
  serial: TextValue,
  phone: TextValue,
  email: TextValue,
  url: TextValue,
  address: TextValue,
  file: TextValue,
  picture: TextValue,
  lines: TextValue,
  json: TextValue,
  filter: TextValue,
  integer: FigureValue,
  decimal: FigureValue,
  money: FigureValue,
  percent: FigureValue,
  date: DayValue,
  instant: DayValue,
  boolean: OptionsValue,
  choice: OptionsValue,
  choices: OptionsValue,
  state: OptionsValue,
  tags: OptionsValue,
  currency: OptionsValue,
  ref: RefValue,
  refs: RefValue,
  person: RefValue,
}

/** The control for what the field is compared with, without the comparison itself. */
export function FilterValue(props: ValueProps) {
  const { operator } = props
  if (operator === 'empty' || operator === 'filled') return null
  if (operator === 'within') return <RangeNameValue {...props} />
  const Control = controls[props.field.kind]
  return <Control {...props} />
}

function isRange(operator: Operator): boolean {
  return operator === 'between'
}

function useWanted({ field, value, onChange }: FilterControlProps) {
  const { timeZone } = useHouse().company
  const [first] = operatorsOf(field)
  const given = value === undefined ? null : wantedOf(field, value, timeZone)
  const [wanted, keep] = useState<Wanted>(
    () => given ?? { operator: first ?? 'filled', value: undefined },
  )
  const change = (next: Wanted) => {
    keep(next)
    onChange(whereOf(field, next, timeZone))
  }
  return { wanted, change }
}

export function FilterControl(props: FilterControlProps) {
  const t = useT()
  const { field } = props
  const { wanted, change } = useWanted(props)
  const choices = operatorsOf(field).map((operator) => ({
    value: operator,
    label: operatorText(field, operator, t),
  }))
  const choose = (operator: Operator) => {
    const fits = isRange(operator) === isRange(wanted.operator) && operator !== 'within'
    change({ operator, value: fits && wanted.operator !== 'within' ? wanted.value : undefined })
  }
  return (
    <div className="filter-control">
      {choices.length > 1 && (
        <Select
          aria-label={t('Comparison')}
          className="filter-operator"
          value={wanted.operator}
          options={choices}
          onChange={choose}
        />
      )}
      <FilterValue
        field={field}
        operator={wanted.operator}
        value={wanted.value}
        onChange={(value) => change({ ...wanted, value })}
      />
    </div>
  )
}
