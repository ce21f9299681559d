/** The usual filters in sight: tick a state, a grade, a person, or days by name. */
import { useClearing } from '#ui/base/clearing.tsx'
import type { FieldMeta } from '#kernel/http/wire.ts'
import { RANGE_NAMES } from '#kernel/time/date-range.ts'
import { useT } from '#ui/base/house.tsx'
import { OptionsSelect } from '#ui/field/filter-options.tsx'
import { RefSelect } from '#ui/field/filter-ref.tsx'
import { rangeText } from '#ui/field/condition-text.ts'
import { whereOf } from '#ui/field/condition.ts'
import { withField } from '#ui/field/where.ts'
import type { Condition, FieldWhere } from '#kernel/query/where.ts'
import { Select } from 'antd'
import { isQuick, quickFields } from './quick-choice.ts'
import type { ListView } from './use-list-view.ts'

interface QuickProps {
  field: FieldMeta
  wanted: FieldWhere | undefined
  onChange: (wanted: FieldWhere | undefined) => void
}

function QuickDays({ field, wanted, onChange }: QuickProps) {
  const t = useT()
  const value = wanted === undefined ? null : (wanted as Condition).within
  return (
    <Select
      className="list-quick"
      aria-label={field.label}
      allowClear={useClearing()}
      placeholder={field.label}
      popupMatchSelectWidth={150}
      options={RANGE_NAMES.map((name) => ({ value: name, label: rangeText(name, t) }))}
      value={value ?? null}
      onChange={(name?: string) => onChange(name ? { within: name } : undefined)}
    />
  )
}

function QuickOptions({ field, wanted, onChange }: QuickProps) {
  const Control = field.options ? OptionsSelect : RefSelect
  return (
    <div className="list-quick">
      <Control
        field={field}
        placeholder={field.label}
        value={wanted ?? []}
        onChange={(value) => onChange(whereOf(field, { operator: 'is', value }, 'UTC'))}
      />
    </div>
  )
}

export function QuickFilters({ view }: { view: ListView }) {
  const { conditions } = view.state
  const fields = quickFields(view.meta)
  return (
    <>
      {fields.map((field) => {
        const wanted = conditions[field.name] as FieldWhere | undefined
        if (wanted !== undefined && !isQuick(field, wanted)) return null
        const Quick = field.kind === 'date' ? QuickDays : QuickOptions
        return (
          <Quick
            key={field.name}
            field={field}
            wanted={wanted}
            onChange={(next) => view.change({ where: withField(conditions, field.name, next) })}
          />
        )
      })}
    </>
  )
}
