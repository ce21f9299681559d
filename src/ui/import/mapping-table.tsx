/** The columns of the table beside their first values, and the field that each goes into. */
import { useClearing } from '#ui/base/clearing.tsx'
import type { FieldMeta } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { fold } from '#ui/field/value/read-text.ts'
import { IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react'
import { Select } from 'antd'
import type { ImportLook } from './import-types.ts'
import { assigned, certaintyOf } from './mapping.ts'
import type { Certainty, Mapping } from './mapping.ts'

interface MappingTableProps {
  look: ImportLook
  mapping: Mapping
  onChange: (mapping: Mapping) => void
}

const VALUES = 3

export function MappingTable({ look, mapping, onChange }: MappingTableProps) {
  const t = useT()
  return (
    <div className="mapping-scroll">
      <table className="mapping">
        <thead>
          <tr>
            <th scope="col">{t('Column of the table')}</th>
            <th scope="col">{t('First values')}</th>
            <th scope="col">{t('Goes into')}</th>
            <th scope="col">{t('Guess')}</th>
          </tr>
        </thead>
        <tbody>
          {look.header.map((heading, column) => (
            <tr key={column}>
              <th scope="row" className="clip">
                {heading}
              </th>
              <td className="mapping-values clip">{firstValues(look, column).join(' · ')}</td>
              <td>
                <FieldSelect
                  heading={heading}
                  fields={look.fields}
                  mapping={mapping}
                  column={column}
                  onChange={(field) => onChange(assigned(mapping, column, field))}
                />
              </td>
              <td>
                <CertaintySign certainty={certaintyOf(mapping, look.mapping, column)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function firstValues({ preview }: ImportLook, column: number): string[] {
  const values = preview.map((cells) => cells[column]?.trim() ?? '')
  return [...new Set(values.filter((value) => value !== ''))].slice(0, VALUES)
}

interface FieldSelectProps {
  heading: string
  fields: readonly FieldMeta[]
  mapping: Mapping
  column: number
  onChange: (field: string | null) => void
}

function FieldSelect({ heading, fields, mapping, column, onChange }: FieldSelectProps) {
  const t = useT()
  const options = fields.map(({ name, label, required }) => ({
    value: name,
    label: required ? `${label} *` : label,
    isUsed: mapping.includes(name) && mapping[column] !== name,
  }))
  return (
    <Select
      className="mapping-select"
      aria-label={t('Field for the column {heading}', { heading })}
      allowClear={useClearing()}
      placeholder={t('Leave out')}
      value={mapping[column] ?? null}
      options={options}
      popupMatchSelectWidth={240}
      showSearch={{
        filterOption: (typed, option) => fold(option?.label ?? '').includes(fold(typed)),
      }}
      onChange={(field: string | undefined) => onChange(field ?? null)}
    />
  )
}

function CertaintySign({ certainty }: { certainty: Certainty }) {
  const t = useT()
  if (certainty === 'left-out') {
    return (
      <span className="certainty faint">
        <IconMinus size={15} aria-hidden /> {t('left out')}
      </span>
    )
  }
  if (certainty === 'look') {
    return (
      <span className="certainty is-look">
        <IconAlertTriangle size={15} aria-hidden /> {t('please check')}
      </span>
    )
  }
  return (
    <span className="certainty is-sure">
      <IconCheck size={15} aria-hidden />
      {certainty === 'sure' ? t('sure') : t('chosen by you')}
    </span>
  )
}
