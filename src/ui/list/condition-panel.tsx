/** Every condition of a list in one place: all that must hold, and alternatives beside them. */
import type { EntityMeta, FieldMeta } from '#kernel/http/wire.ts'
import type { FieldWhere, Where } from '#kernel/query/where.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { FilterControl } from '#ui/field/filter.tsx'
import { conditionSetOf, whereOfSet } from '#ui/field/where.ts'
import { IconPlus, IconX } from '@tabler/icons-react'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { conditionFields } from './condition-fields.ts'
import './condition-panel.css'

/** A condition being made: the field may be chosen before the value is. */
interface Line {
  key: number
  field: string
  wanted: FieldWhere | undefined
}

let lastKey = 0

function newLine(field: string, wanted?: FieldWhere): Line {
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
  title: string
  add: string
  fields: FieldMeta[]
  lines: Line[]
  onChange: (lines: Line[]) => void
}

function ConditionLines({ title, add, fields, lines, onChange }: LinesProps) {
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

function complete(lines: readonly Line[]) {
  return lines.flatMap(({ field, wanted }) => (wanted === undefined ? [] : [{ field, wanted }]))
}

interface PanelProps {
  meta: EntityMeta
  where: Where
  onApply: (where: Where) => void
}

export function ConditionPanel({ meta, where, onApply }: PanelProps) {
  const t = useT()
  const { entities } = useHouse()
  const fields = conditionFields(meta, entities).filter(({ targetIn }) => !targetIn)
  const [start] = useState(() => conditionSetOf(where))
  const [all, setAll] = useState(() => {
    const lines = start.all.map(({ field, wanted }) => newLine(field, wanted))
    const [usual] = fields
    return lines.length > 0 || !usual ? lines : [newLine(usual.name)]
  })
  const [any, setAny] = useState(() => start.any.map(({ field, wanted }) => newLine(field, wanted)))
  const apply = () => {
    onApply(whereOfSet({ all: complete(all), any: complete(any), rest: start.rest }))
  }
  return (
    <div className="condition-panel">
      <ConditionLines
        title={t('All of these hold')}
        add={t('Add a condition')}
        fields={fields}
        lines={all}
        onChange={setAll}
      />
      <ConditionLines
        title={t('… and at least one of these')}
        add={t('Add an alternative')}
        fields={fields}
        lines={any}
        onChange={setAny}
      />
      <div className="condition-foot">
        <Button type="text" onClick={() => onApply({})}>
          {t('Clear all')}
        </Button>
        <Button type="primary" onClick={apply}>
          {t('Apply')}
        </Button>
      </div>
    </div>
  )
}
