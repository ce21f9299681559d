/** Whose value an element shows: another field takes its place without drawing it anew. */
import type { EntityMeta } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { Select } from 'antd'
import { useId } from 'react'
import type { DrawnElement } from './drawing.ts'
import { paletteOf } from './palette-fields.ts'

interface ElementFieldProps {
  entity: EntityMeta
  element: DrawnElement
  onChange: (change: Partial<DrawnElement>) => void
}

export function ElementField({ entity, element, onChange }: ElementFieldProps) {
  const t = useT()
  const { entities } = useHouse()
  const id = useId()
  const groups = paletteOf(entity, entities, t).map(({ label, fields }) => ({
    label,
    options: fields.map((field) => ({ value: field.path, label: field.label })),
  }))
  return (
    <section className="table-columns">
      <label htmlFor={id}>{t('Shows the field')}</label>
      <Select
        id={id}
        className="layout-dialog-roles"
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={element.field ?? null}
        options={groups}
        onSelect={(field: string | null, { label }) => {
          if (field === null) return
          // A code goes on standing for the one that will be printed.
          onChange(element.type === 'text' ? { field, content: label } : { field })
        }}
      />
    </section>
  )
}
