/** What happens to rows that are known already, and to names that are not known yet. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { Choices } from '#ui/base/choices.tsx'
import { useT } from '#ui/base/house.tsx'
import { Checkbox, Select } from 'antd'
import { useId } from 'react'
import type { ImportMode } from './import-types.ts'
import { keyFields } from './mapping.ts'
import type { Mapping, Options } from './mapping.ts'

interface OptionsBarProps {
  fields: readonly FieldMeta[]
  mapping: Mapping
  options: Options
  onChange: (options: Options) => void
}

export function OptionsBar({ fields, mapping, options, onChange }: OptionsBarProps) {
  const t = useT()
  const id = useId()
  const keys = keyFields(fields, mapping)
  const refs = fields.some(({ name, target }) => target !== undefined && mapping.includes(name))
  const modes: Record<ImportMode, string> = {
    create: t('Add all as new'),
    upsert: t('Update known ones, add the rest'),
    update: t('Only update known ones'),
  }
  return (
    <div className="options-bar">
      {keys.length > 0 && (
        <>
          <Choices
            label={t('Rows of the table')}
            options={modes}
            value={options.mode}
            onChange={(mode) => onChange({ ...options, mode })}
          />
          {options.mode !== 'create' && (
            <div className="reading-one">
              <label htmlFor={id}>{t('Known by')}</label>
              <Select
                id={id}
                value={options.key}
                options={keys.map(({ name, label }) => ({ value: name, label }))}
                popupMatchSelectWidth={false}
                onChange={(key: string) => onChange({ ...options, key })}
              />
            </div>
          )}
        </>
      )}
      {keys.length === 0 && (
        <p className="quiet">
          {t('All rows become new records: no column holds a number that they could be known by.')}
        </p>
      )}
      {refs && (
        <Checkbox
          checked={options.createMissing}
          onChange={(event) => onChange({ ...options, createMissing: event.target.checked })}
        >
          {t('Make missing categories, units and the like')}
        </Checkbox>
      )}
    </div>
  )
}
