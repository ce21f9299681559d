/** Shares a record with a person or a department, and withdraws shares. */
import type { EntityMeta, FieldMeta } from '#kernel/http/wire.ts'
import { useEntity, useT } from '#ui/base/house.tsx'
import { useWrite } from '#ui/base/queries.ts'
import { FormField } from '#ui/form/form-field.tsx'
import { sentValues, startValues } from '#ui/form/form-values.ts'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { useForm } from '#ui/form/use-form.ts'
import { useSave } from '#ui/form/use-save.ts'
import { Button, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { ShareList } from './share-list.tsx'
import './share-dialog.css'

interface ShareDialogProps {
  entity: EntityMeta
  id: string
  onClose: () => void
}

type Whom = 'person' | 'department'

export function ShareDialog({ entity, id, onClose }: ShareDialogProps) {
  const t = useT()
  const [whom, setWhom] = useState<Whom>('person')
  return (
    <Modal open footer={null} title={t('Share with others')} onCancel={onClose}>
      <div className="share-dialog">
        <Segmented<Whom>
          aria-label={t('Share with')}
          value={whom}
          options={[
            { value: 'person', label: t('A person') },
            { value: 'department', label: t('A department') },
          ]}
          onChange={setWhom}
        />
        <ShareForm key={whom} entity={entity} id={id} whom={whom} />
        <ShareList entity={entity} id={id} />
      </div>
    </Modal>
  )
}

function ShareForm({ entity, id, whom }: Omit<ShareDialogProps, 'onClose'> & { whom: Whom }) {
  const t = useT()
  const write = useWrite()
  const share = useEntity('share')
  const [fields] = useState(() => askedFields(share.fields, whom))
  const [start] = useState(() => startValues(fields, {}))
  const form = useForm({ fields, base: start, titles: {} })
  const { save, isSaving, problem } = useSave(form)
  const send = async () => {
    const made = await save((given) => {
      const values = { entity: entity.name, record: id, ...sentValues(fields, given, {}) }
      return write.mutateAsync({ kind: 'create', entity: 'share', values })
    })
    if (made) form.replace(start)
  }
  return (
    <>
      <ProblemNotice problem={problem} />
      <div className="share-fields">
        {fields.map((field, index) => (
          <FormField key={field.name} form={form} field={field} autoFocus={index === 0} />
        ))}
        <Button type="primary" loading={isSaving} onClick={send}>
          {t('Share')}
        </Button>
      </div>
    </>
  )
}

/** With whom, which is needed here; whether to edit; until when. */
function askedFields(fields: readonly FieldMeta[], whom: Whom): FieldMeta[] {
  return [whom, 'mayEdit', 'untilOn'].flatMap((name) => {
    const field = fields.find((one) => one.name === name)
    return field ? [{ ...field, ...(name === whom && { required: true }) }] : []
  })
}
