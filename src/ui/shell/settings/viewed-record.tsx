/** Of one record: whether the person that is looked at sees it, and why. */
import { useHouse, useT } from '#ui/base/house.tsx'
import { FieldInput } from '#ui/field/input.tsx'
import { pointerField } from '#ui/field/pointer-field.ts'
import { WhyText } from '#ui/record/why-text.tsx'
import { Select } from 'antd'
import { useState } from 'react'
import { placesOf } from '../menu.ts'

export function ViewedRecord({ user }: { user: string }) {
  const t = useT()
  const house = useHouse()
  const kinds = [...new Set(placesOf(house).flatMap(({ entity }) => entity ?? []))]
  const [entity, choose] = useState(kinds[0] ?? '')
  const [id, pick] = useState<string | null>(null)
  const labelOf = (kind: string) => house.entities[kind]?.label
  const begin = (kind: string) => {
    choose(kind)
    pick(null)
  }
  return (
    <section className="viewed-record" aria-label={t('One record')}>
      <h3>{t('One record')}</h3>
      <div className="row">
        <Select
          aria-label={t('Kind of record')}
          style={{ width: 180 }}
          value={entity}
          options={kinds.map((kind) => ({ value: kind, label: labelOf(kind)?.many }))}
          onChange={begin}
        />
        <div className="view-as-picker">
          <FieldInput
            key={entity}
            field={pointerField(entity, labelOf(entity)?.one ?? '')}
            value={id}
            onChange={(value) => pick(typeof value === 'string' ? value : null)}
          />
        </div>
      </div>
      <WhyText entity={entity} id={id} user={user} />
    </section>
  )
}
