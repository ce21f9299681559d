/** Conditions being made, one line each: field, comparison, value. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import type { FieldWhere } from '#kernel/query/where.ts'
import { useT } from '#ui/base/house.tsx'
import { FilterControl } from '#ui/field/filter.tsx'
import type { FieldCondition } from '#ui/field/where.ts'
import { IconPlus, IconX } from '@tabler/icons-react'
import { Button, Select } from 'antd'
import type { ReactNode } from 'react'

/** A condition being made: the field may be chosen before the value is. */
export interface Line {
  key: number
  field: string
  wanted: FieldWhere | undefined
}

let lastKey = 0

export function newLine(field: string, wanted?: FieldWhere): Line {
  lastKey += 1
  return { key: lastKey, field, wanted }
}

interface LineProps {
  fields: FieldMeta[]
  line: Line
  onChange: (line: Line) => void
  onRemove: () => void
}

function ConditionLine({ fields, line, onChange, onRemove }: LineProps) {
  const t = useT()
  const field = fields.find(({ name }) => name === line.field)
  return (
    <div className="condition-line">
      <Select
        className="condition-field"
        aria-label={t('Field')}
        showSearch={{ optionFilterProp: 'label' }}
        options={fields.map(({ name, label }) => ({ value: name, label }))}
        value={line.field}
        onChange={(name: string) => onChange(newLine(name))}
      />
      {field && (
        <FilterControl
          key={line.key}
          field={field}
          value={line.wanted}
          onChange={(wanted) => onChange({ ...line, wanted })}
        />
      )}
      <button
        type="button"
        className="icon-button"
        aria-label={t('Remove: {name}', { name: field?.label ?? line.field })}
        onClick={onRemove}
      >
        <IconX size={16} stroke={1.7} aria-hidden />
      </button>
    </div>
  )
}

interface LinesProps {
  title: ReactNode
  add: string
  fields: FieldMeta[]
  lines: Line[]
  onChange: (lines: Line[]) => void
}

export function ConditionLines({ title, add, fields, lines, onChange }: LinesProps) {
  const [first] = fields
  return (
    <fieldset className="condition-group">
      <legend>{title}</legend>
      {lines.map((line, at) => (
        <ConditionLine
          key={line.key}
          fields={fields}
          line={line}
          onChange={(next) => onChange(lines.with(at, next))}
          onRemove={() => onChange(lines.toSpliced(at, 1))}
        />
      ))}
      {first && (
        <Button
          type="text"
          size="small"
          icon={<IconPlus size={15} stroke={1.7} aria-hidden />}
          onClick={() => onChange([...lines, newLine(first.name)])}
        >
          {add}
        </Button>
      )}
    </fieldset>
  )
}

export function complete(lines: readonly Line[]): FieldCondition[] {
  return lines.flatMap(({ field, wanted }) => (wanted === undefined ? [] : [{ field, wanted }]))
}

export function linesOf(conditions: readonly FieldCondition[]): Line[] {
  return conditions.map(({ field, wanted }) => newLine(field, wanted))
}
