/** Makes a key for a program and shows it this one time. */
import { api } from '#ui/base/api.ts'
import { CopyButton } from '#ui/base/copy-button.tsx'
import { useHouse, useT } from '#ui/base/house.tsx'
import { FormField } from '#ui/form/form-field.tsx'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { useForm } from '#ui/form/use-form.ts'
import { useSave } from '#ui/form/use-save.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useMemo, useState } from 'react'
import { askedField } from './asked-field.ts'
import './settings.css'

export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const queries = useQueryClient()
  const [key, setKey] = useState<string | null>(null)
  const fields = useKeyFields()
  const form = useForm({ fields, base: { scopes: ['*:read'] }, titles: {} })
  const { save, isSaving, problem } = useSave<string>(form)
  const make = async () => {
    const made = await save(async (values) => {
      const { name, scopes, expiresOn } = values
      const wish = { name, scopes, ...(expiresOn ? { expiresOn } : {}) }
      return (await api.post<{ key: string }>('/api/api-key', wish)).key
    })
    if (made === null) return
    setKey(made)
    void queries.invalidateQueries({ queryKey: ['api-keys'] })
  }
  if (key !== null) return <MadeKey secret={key} onClose={onClose} />
  return (
    <Modal
      open
      title={t('New key')}
      okText={t('Make the key')}
      confirmLoading={isSaving}
      onOk={make}
      onCancel={onClose}
    >
      <div className="form-body">
        <ProblemNotice problem={problem} />
        {fields.map((field, index) => (
          <FormField key={field.name} form={form} field={field} autoFocus={index === 0} />
        ))}
      </div>
    </Modal>
  )
}

function useKeyFields() {
  const t = useT()
  const { entities } = useHouse()
  return useMemo(() => {
    const kinds = Object.values(entities).filter(({ isLine }) => !isLine)
    const options = [
      { value: '*', label: t('Everything that I may do') },
      { value: '*:read', label: t('Read everything that I may see') },
      ...kinds.flatMap(({ name, label }) => [
        { value: `${name}:read`, label: t('{entities}: read', { entities: label.many }) },
        { value: `${name}:*`, label: t('{entities}: everything', { entities: label.many }) },
      ]),
    ]
    return [
      askedField('name', 'text', t('What is it for?'), { maxLength: 100 }),
      askedField('scopes', 'choices', t('What may it do?'), { options }),
      askedField('expiresOn', 'date', t('Good until'), { required: false }),
    ]
  }, [entities, t])
}

function MadeKey({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useT()
  return (
    <Modal
      open
      closable={false}
      title={t('This is the key')}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('I have kept it')}
        </Button>
      }
    >
      <div className="form-body">
        <p>
          {t('Keep it in a safe place now. It is shown this one time and cannot be read again.')}
        </p>
        <p className="secret">{secret}</p>
        <CopyButton text={secret} />
      </div>
    </Modal>
  )
}
