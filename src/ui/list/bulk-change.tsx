/** Gives one field of all ticked records the same value, after showing what it would do. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { Button, Modal, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { fieldNamed } from './list-state.ts'
import { BulkTrial } from './bulk-trial.tsx'
import { promisedBy, useBulk, type BulkDialogProps } from './use-bulk.ts'

const FieldInput = lazy(async () => ({
  default: (await import('#ui/field/input.tsx')).FieldInput,
}))

const never = new Set(['lines', 'state', 'serial', 'json', 'filter', 'file', 'picture'])

function isChangeable(field: FieldMeta): boolean {
  return !field.computed && !field.readOnly && !field.unique && !never.has(field.kind)
}

interface ChoiceProps {
  fields: FieldMeta[]
  field: FieldMeta | undefined
  value: unknown
  onField: (name: string) => void
  onValue: (value: unknown) => void
}

function ChangeChoice({ fields, field, value, onField, onValue }: ChoiceProps) {
  const t = useT()
  return (
    <div className="bulk-form">
      <label htmlFor="bulk-field">{t('Field')}</label>
      <Select
        id="bulk-field"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('Choose')}
        options={fields.map(({ name, label }) => ({ value: name, label }))}
        value={field?.name ?? null}
        onChange={onField}
      />
      {field && (
        <>
          <label htmlFor="bulk-value">{t('New value')}</label>
          <Suspense fallback={null}>
            <FieldInput
              key={field.name}
              id="bulk-value"
              field={field}
              value={value}
              onChange={onValue}
            />
          </Suspense>
        </>
      )}
    </div>
  )
}

export function BulkChange(props: BulkDialogProps) {
  const t = useT()
  const { meta } = props.view
  const [name, setName] = useState<string>()
  const [value, setValue] = useState<unknown>(null)
  const { trial, forgetTrial, tryOut, run, isBusy } = useBulk(props)
  const field = name === undefined ? undefined : fieldNamed(meta, name)
  const wish = { patch: { [name ?? '']: value } }
  const confirm = (
    <Button
      key="confirm"
      type="primary"
      loading={isBusy}
      disabled={!field || (trial !== undefined && promisedBy(trial) === 0)}
      onClick={() => void (trial ? run(wish) : tryOut(wish))}
    >
      {trial
        ? t('Change {count, plural, one {# record} other {# records}}', {
            count: promisedBy(trial),
          })
        : t('See what would change')}
    </Button>
  )
  return (
    <Modal
      open
      title={t('Change a field of many')}
      onCancel={props.onClose}
      footer={[
        <Button key="cancel" onClick={props.onClose}>
          {t('Cancel')}
        </Button>,
        confirm,
      ]}
    >
      <ChangeChoice
        fields={meta.fields.filter(isChangeable)}
        field={field}
        value={value}
        onField={(chosen) => {
          setName(chosen)
          setValue(null)
          forgetTrial()
        }}
        onValue={(next) => {
          setValue(next)
          forgetTrial()
        }}
      />
      {trial && <BulkTrial trial={trial} />}
    </Modal>
  )
}
