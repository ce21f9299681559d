/** Explains whether a person can see a record, and because of what. */
import type { EntityMeta, FieldMeta } from '#kernel/http/wire.ts'
import { api } from '#ui/base/api.ts'
import type { ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { FieldInput } from '#ui/field/input.tsx'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'

interface WhyAnswer {
  visible: boolean
  because: string[]
}

interface WhyDialogProps {
  entity: EntityMeta
  id: string
  onClose: () => void
}

export function WhyDialog({ entity, id, onClose }: WhyDialogProps) {
  const t = useT()
  const [user, setUser] = useState<string | null>(null)
  const why = useQuery<WhyAnswer, ApiProblem>({
    queryKey: ['why', entity.name, id, user],
    queryFn: () => api.get<WhyAnswer>(`/api/${entity.name}/${id}/why`, { user }),
    enabled: user !== null,
  })
  const person: FieldMeta = {
    name: 'user',
    kind: 'person',
    label: t('Person'),
    target: 'user',
    filterable: false,
    listable: false,
    sortable: false,
    groupable: false,
  }
  return (
    <Modal open footer={null} title={t('Who can see this, and why?')} onCancel={onClose}>
      <FieldInput
        field={person}
        value={user}
        autoFocus
        onChange={(value) => setUser(typeof value === 'string' ? value : null)}
      />
      <div className="why" role="status">
        <ProblemNotice problem={why.error} />
        {why.data && (
          <>
            <p className="strong">
              {why.data.visible ? t('This person can see it:') : t('This person cannot see it:')}
            </p>
            <ul>
              {why.data.because.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Modal>
  )
}
