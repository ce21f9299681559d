/** What a person or a role sees and may do, to look at: nothing is done as that person. */
import type { ViewAnswer } from '#kernel/access/view-as-routes.ts'
import { api } from '#ui/base/api.ts'
import type { ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { FieldInput } from '#ui/field/input.tsx'
import { pointerField } from '#ui/field/pointer-field.ts'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { useQuery } from '@tanstack/react-query'
import { Segmented, Select } from 'antd'
import { useState } from 'react'
import { ViewedKinds } from './viewed-kinds.tsx'
import { ViewedRecord } from './viewed-record.tsx'
import './view-as.css'

interface Looked {
  by: 'user' | 'role'
  id: string
}

interface ViewAsProps {
  roles: { id: string; name: string }[]
}

export function ViewAs({ roles }: ViewAsProps) {
  const t = useT()
  const [by, choose] = useState<Looked['by']>('user')
  const [ids, setIds] = useState<Record<Looked['by'], string | null>>({ user: null, role: null })
  const id = ids[by]
  const pick = (value: unknown) =>
    setIds({ ...ids, [by]: typeof value === 'string' ? value : null })
  return (
    <>
      <div className="rights-head">
        <Segmented<Looked['by']>
          value={by}
          options={[
            { value: 'user', label: t('Person') },
            { value: 'role', label: t('Role') },
          ]}
          onChange={choose}
        />
        <div className="view-as-picker">
          {by === 'user' ? (
            <FieldInput field={pointerField('user', t('Person'))} value={id} onChange={pick} />
          ) : (
            <Select
              aria-label={t('Role')}
              placeholder={t('Role')}
              value={id}
              options={roles.map((role) => ({ value: role.id, label: role.name }))}
              onChange={pick}
            />
          )}
        </div>
        <span className="settings-text">
          {t('Only looked at, never acted on. That you looked stands in the log.')}
        </span>
      </div>
      {id !== null && <View key={id} by={by} id={id} />}
    </>
  )
}

/** Asked once: each look is written down. */
function View({ by, id }: Looked) {
  const view = useQuery<ViewAnswer, ApiProblem>({
    queryKey: ['view-as', by, id],
    queryFn: () => api.get<ViewAnswer>('/api/rights/as', { [by]: id }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  if (view.error) return <ProblemNotice problem={view.error} />
  if (!view.data) return <Waiting />
  return (
    <>
      <Sentence view={view.data} by={by} />
      {view.data.kinds.length > 0 && <ViewedKinds view={view.data} />}
      {by === 'user' && view.data.maySignIn && <ViewedRecord user={id} />}
    </>
  )
}

function Sentence({ view, by }: { view: ViewAnswer; by: Looked['by'] }) {
  const t = useT()
  const { name } = view
  const words = () => {
    if (!view.maySignIn) return t('{name} may not sign in and sees nothing.', { name })
    if (view.isAdministrator) return t('{name} is an administrator and sees everything.', { name })
    if (by === 'user') return t('What {name} sees and may do now:', { name })
    return t('What somebody new who is only {name} sees and may do:', { name })
  }
  return <p className="view-as-says strong">{words()}</p>
}
