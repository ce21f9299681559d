/** Explains whether a person can see a record, and because of what. */
import type { EntityMeta } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { pointerField } from '#ui/field/pointer-field.ts'
import { FieldInput } from '#ui/field/input.tsx'
import { Modal } from 'antd'
import { useState } from 'react'
import { WhyText } from './why-text.tsx'

interface WhyDialogProps {
  entity: EntityMeta
  id: string
  onClose: () => void
}

export function WhyDialog({ entity, id, onClose }: WhyDialogProps) {
  const t = useT()
  const [user, setUser] = useState<string | null>(null)
  return (
    <Modal open footer={null} title={t('Who can see this, and why?')} onCancel={onClose}>
      <FieldInput
        field={pointerField('user', t('Person'))}
        value={user}
        autoFocus
        onChange={(value) => setUser(typeof value === 'string' ? value : null)}
      />
      <WhyText entity={entity.name} id={id} user={user} />
    </Modal>
  )
}
