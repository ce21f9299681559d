/** Which fields of a kind of record must be filled in: those the company says beside our own. */
import { isCustomName } from '#kernel/custom/custom-name.ts'
import { mayBeRequired } from '#kernel/custom/may-be-required.ts'
import type { EntityMeta, FieldMeta, WireRow } from '#kernel/http/wire.ts'
import { useEntity, useHouse, useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { useList, useWrite } from '#ui/base/queries.ts'
import type { WriteIntent } from '#ui/base/write-intent.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { Select, Switch } from 'antd'
import { useState } from 'react'
import './required-fields.css'

const name = 'required-field'
const columns = ['entity', 'field', 'required']

export function RequiredFields() {
  const t = useT()
  const { entities } = useHouse()
  const kinds = useKinds()
  const [chosen, choose] = useState('customer')
  const demands = useList('required-field', { limit: 200, columns })
  const entity = entities[chosen] ?? entities[kinds[0]?.value ?? '']
  return (
    <Panel
      title={t('Required fields')}
      actions={
        <Select
          className="required-fields-select"
          aria-label={t('Kind of record')}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          value={entity?.name ?? ''}
          options={kinds}
          onChange={choose}
        />
      }
    >
      <p className="required-fields-lead settings-text">
        {t('No new record leaves these empty. Records of before stay as they are until changed.')}
      </p>
      <ProblemNotice problem={demands.error} />
      {entity && demands.data ? (
        <FieldSwitches entity={entity} rows={demands.data.rows} />
      ) : (
        <Waiting />
      )}
    </Panel>
  )
}

/** What people write, by its label. */
function useKinds(): { value: string; label: string }[] {
  const { entities } = useHouse()
  const { fields } = useEntity('required-field')
  const all = fields.find(({ name }) => name === 'entity')?.options ?? []
  return all.filter(({ value }) => entities[value]?.fields.some(isOpen))
}

function isOpen(field: FieldMeta): boolean {
  return !isCustomName(field.name) && mayBeRequired(field)
}

function FieldSwitches({ entity, rows }: { entity: EntityMeta; rows: readonly WireRow[] }) {
  const fields = entity.fields.filter(isOpen)
  const demandOf = ({ name }: FieldMeta) =>
    rows.find((row) => row['entity'] === entity.name && row['field'] === name)
  return (
    <ul className="required-fields" aria-label={entity.label.one}>
      {fields.map((field) => (
        <FieldSwitch
          key={`${entity.name} ${field.name}`}
          entity={entity}
          field={field}
          demand={demandOf(field)}
        />
      ))}
    </ul>
  )
}

interface SwitchProps {
  entity: EntityMeta
  field: FieldMeta
  demand: WireRow | undefined
}

function FieldSwitch({ entity, field, demand }: SwitchProps) {
  const t = useT()
  const write = useWrite()
  const { showProblem } = useUndoMessage()
  const isAlways = field.required === true && !field.late
  const change = (required: boolean) => {
    const values = { required }
    const intent: WriteIntent = demand
      ? { kind: 'update', entity: name, id: demand.id, version: demand.version, values }
      : { kind: 'create', entity: name, values: { entity: entity.name, field: field.name } }
    write.mutate(intent, { onError: showProblem })
  }
  return (
    <li>
      <label>
        <Switch
          size="small"
          checked={isAlways || demand?.['required'] === true}
          disabled={isAlways}
          loading={write.isPending}
          onChange={change}
        />
        <span>{field.label}</span>
        {isAlways && <span className="faint">{t('always')}</span>}
      </label>
    </li>
  )
}
