/** Makes a missing record without leaving the form that needs it. */
import type { EntityMeta } from '#kernel/http/wire.ts'
import { useEntity, useT } from '#ui/base/house.tsx'
import { useWrite } from '#ui/base/queries.ts'
import { isWritable, textOf } from '#ui/field/value/field-facts.ts'
import type { PickOption } from '#ui/field/value/pick.ts'
import { Modal } from 'antd'
import { DuplicatesNotice } from './duplicates-notice.tsx'
import { EntityForm } from './entity-form.tsx'
import { sentValues, startValues } from './form-values.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { useForm } from './use-form.ts'
import { useSave } from './use-save.ts'
import './form.css'

interface CreateDialogProps {
  entity: string
  /** What was typed while looking for it. */
  title: string
  /** What is known of it already, by field. */
  values?: Readonly<Record<string, unknown>>
  onClose: () => void
  onCreated: (option: PickOption) => void
}

export function CreateDialog(props: CreateDialogProps) {
  const t = useT()
  const entity = useEntity(props.entity)
  const write = useWrite({ mayWait: true })
  const base = startValues(entity.fields, {
    ...prefillOf(entity, props.title),
    ...props.values,
  })
  const form = useForm({ fields: entity.fields, base, titles: {} })
  const { save, isSaving, problem } = useSave<PickOption>(form)
  const take = (option: PickOption) => {
    props.onCreated(option)
    props.onClose()
  }
  const create = async () => {
    const made = await save(async (values) => {
      const sent = sentValues(form.fields, values, form.lineFields)
      const { row } = await write.mutateAsync({
        kind: 'create',
        entity: entity.name,
        values: sent,
        known: { titles: form.titles },
      })
      const title = textOf(row?.[entity.title]) || textOf(values[entity.title])
      return { id: row?.id ?? '', title, row: { ...values, ...row } }
    })
    if (made) take(made)
  }
  return (
    <Modal
      open
      width={entity.fields.some(({ kind }) => kind === 'lines') ? 1100 : 720}
      title={t('New {entity}', { entity: entity.label.one })}
      okText={t('Create')}
      confirmLoading={isSaving}
      onOk={create}
      onCancel={props.onClose}
    >
      <div className="dialog-form">
        <ProblemNotice problem={problem} />
        {entity.duplicates && (
          <DuplicatesNotice entity={entity} values={form.values} onTake={take} />
        )}
        <EntityForm entity={entity} form={form} isNew focus={firstEmpty(entity, base)} />
      </div>
    </Modal>
  )
}

/** The typed text becomes the new record's name, where its name can be typed. */
function prefillOf(entity: EntityMeta, title: string): Record<string, unknown> {
  const field = entity.fields.find(({ name }) => name === entity.title)
  return title && field && isWritable(field) && !field.target ? { [field.name]: title } : {}
}

function firstEmpty(entity: EntityMeta, base: Record<string, unknown>): string {
  const open = entity.fields.find((field) => isWritable(field) && base[field.name] === undefined)
  return open?.name ?? entity.title
}
