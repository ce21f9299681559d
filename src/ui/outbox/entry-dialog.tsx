/** Changes what waits, before it is sent. */
import type { EntityMeta, FieldMeta } from '#kernel/http/wire.ts'
import { ApiProblem } from '#ui/base/api.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { fieldWords } from '#ui/base/problem-words.ts'
import type { WriteIntent } from '#ui/base/write-intent.ts'
import { EntityForm } from '#ui/form/entity-form.tsx'
import { FormField } from '#ui/form/form-field.tsx'
import { changedFields, sentValues, type Values } from '#ui/form/form-values.ts'
import { useForm, type Form } from '#ui/form/use-form.ts'
import { useSave } from '#ui/form/use-save.ts'
import { Modal } from 'antd'
import { useEffect } from 'react'
import type { Entry, Known } from './entry.ts'
import { isComment } from './entry-words.ts'

interface EntryDialogProps {
  entry: Entry
  intent: WriteIntent
  onReplace: (intent: WriteIntent, known: Known) => Promise<void>
  onClose: () => void
}

export function EntryDialog(props: EntryDialogProps) {
  const entity = useHouse().entities[props.intent.entity]
  return entity ? <KnownDialog {...props} entity={entity} /> : null
}

function KnownDialog({ entry, intent, entity, onReplace, onClose }: KnownDialogProps) {
  const t = useT()
  const { fields, base, values } = startOf(entry, intent, entity)
  const form = useForm({ fields, base, values, titles: entry.known.titles ?? {} })
  const { save, isSaving } = useSave<true>(form)
  useShownFaults(form, entry)
  const submit = async () => {
    const done = await save(async (typed) => {
      const known = { titles: form.titles }
      await onReplace(intentOf(intent, form, typed), known)
      return true
    })
    if (done) onClose()
  }
  const isWhole = intent.kind !== 'act' && !isComment(intent.entity)
  return (
    <Modal
      open
      width={isWhole ? 820 : 520}
      title={t('Change before it is sent')}
      okText={t('Keep it like this')}
      confirmLoading={isSaving}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="dialog-form">
        {isWhole ? (
          <EntityForm entity={{ ...entity, fields: [...fields] }} form={form} isNew />
        ) : (
          fields.map((field) => <FormField key={field.name} form={form} field={field} />)
        )}
      </div>
    </Modal>
  )
}

interface KnownDialogProps extends EntryDialogProps {
  entity: EntityMeta
}

interface Start {
  fields: readonly FieldMeta[]
  base: Values
  values: Values
}

function startOf({ known }: Entry, intent: WriteIntent, entity: EntityMeta): Start {
  if (intent.kind === 'update') {
    const base = known.base ?? {}
    // Of a cell that was changed in a list only the columns of the list are known.
    const fields = entity.fields.filter(({ name }) => name in base || name in intent.values)
    return { fields, base, values: { ...base, ...intent.values } }
  }
  if (intent.kind === 'act') {
    const action = entity.actions.find(({ name }) => name === intent.action)
    const values = intent.body.input ?? {}
    return { fields: action?.input ?? [], base: values, values }
  }
  const values = intent.kind === 'create' ? intent.values : {}
  const fields = isComment(intent.entity)
    ? entity.fields.filter(({ name }) => name === 'text')
    : entity.fields
  return { fields, base: values, values }
}

/** The intent with what the form says now. */
function intentOf(intent: WriteIntent, form: Form, typed: Values): WriteIntent {
  const { fields, base, lineFields } = form
  if (intent.kind === 'update') {
    const changed = changedFields(fields, base, typed, lineFields)
    return { ...intent, values: sentValues(changed, typed, lineFields) }
  }
  const sent = sentValues(fields, typed, lineFields)
  if (intent.kind === 'act') return { ...intent, body: { ...intent.body, input: sent } }
  return intent.kind === 'create' ? { ...intent, values: { ...intent.values, ...sent } } : intent
}

/** What the server had against single fields stands at them. */
function useShownFaults({ show }: Form, { refused }: Entry): void {
  useEffect(() => {
    if (refused) show(fieldWords(new ApiProblem(refused)))
  }, [refused, show])
}
