/** The lists that people choose from: renamed, ordered, made longer or shorter by the company. */
import type { EntityMeta, FieldMeta, WireRow } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { useList } from '#ui/base/queries.ts'
import { Waiting } from '#ui/base/waiting.tsx'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { Select } from 'antd'
import { useState } from 'react'
import { ChoiceListForm } from './choice-list-form.tsx'
import './choice-lists.css'

export interface ListOfChoices {
  entity: EntityMeta
  field: FieldMeta
}

const keyOf = ({ entity, field }: ListOfChoices) => `${entity.name}.${field.name}`

export function ChoiceLists() {
  const t = useT()
  const lists = useLists()
  const [chosen, choose] = useState(lists[0] ? keyOf(lists[0]) : '')
  const own = useList('choice-list', { limit: 200, columns: ['entity', 'field'] })
  const open = lists.find((list) => keyOf(list) === chosen)
  return (
    <Panel
      title={t('Lists of choices')}
      actions={<ListSelect lists={lists} value={chosen} onChange={choose} />}
    >
      <p className="choice-lists-lead settings-text">
        {t('Rename choices, put them in your order, add your own, or no longer offer some.')}
      </p>
      <ProblemNotice problem={own.error} />
      {open && own.data ? (
        <ChoiceListForm key={stateOf(open)} list={open} kept={rowOf(own.data.rows, open)} />
      ) : (
        <Waiting />
      )}
    </Panel>
  )
}

/** All that people write, by the label of the kind of record. */
function useLists(): ListOfChoices[] {
  const { entities } = useHouse()
  return Object.values(entities)
    .filter(({ may, isLine }) => may.update && !isLine)
    .flatMap((entity) =>
      entity.fields.filter(({ ownChoices }) => ownChoices).map((field) => ({ entity, field })),
    )
}

/** The form begins anew when the list was saved. */
function stateOf(list: ListOfChoices): string {
  return `${keyOf(list)} ${JSON.stringify(list.field.options)}`
}

function rowOf(rows: readonly WireRow[], { entity, field }: ListOfChoices): WireRow | undefined {
  return rows.find((row) => row['entity'] === entity.name && row['field'] === field.name)
}

interface ListSelectProps {
  lists: readonly ListOfChoices[]
  value: string
  onChange: (key: string) => void
}

function ListSelect({ lists, value, onChange }: ListSelectProps) {
  const t = useT()
  const groups = Map.groupBy(lists, ({ entity }) => entity)
  const options = [...groups].map(([entity, own]) => ({
    label: entity.label.many,
    options: own.map((list) => ({
      value: keyOf(list),
      label: `${entity.label.one} · ${list.field.label}`,
    })),
  }))
  return (
    <Select
      className="choice-lists-select"
      aria-label={t('List')}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={value}
      options={options}
      onChange={onChange}
    />
  )
}
