/** What each role may do: a matrix of records and rights, with how far each right reaches. */
import { useClearing } from '#ui/base/clearing.tsx'
import { api } from '#ui/base/api.ts'
import type { ApiProblem } from '#ui/base/api.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { textOf } from '#ui/field/value/field-facts.ts'
import { fold } from '#ui/field/value/read-text.ts'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { RightsTable } from './rights-table.tsx'
import type { RightsAnswer } from './rights.ts'
import './settings.css'

const CreateDialog = lazy(async () => ({
  default: (await import('#ui/form/create-dialog.tsx')).CreateDialog,
}))

export function Roles() {
  const rights = useQuery<RightsAnswer, ApiProblem>({
    queryKey: ['list', 'grant', 'rights'],
    queryFn: () => api.get<RightsAnswer>('/api/rights'),
  })
  if (rights.error) return <ProblemNotice problem={rights.error} />
  return rights.data ? <RolesPanel answer={rights.data} /> : <Waiting />
}

function RolesPanel({ answer }: { answer: RightsAnswer }) {
  const t = useT()
  const { entities } = useHouse()
  const [chosen, choose] = useState('sales')
  const [typed, type] = useState('')
  const [isMaking, make] = useState(false)
  const roles = [...answer.roles.filter(({ key }) => key !== 'administrator'), everyone(t)]
  const role = roles.find(({ key }) => key === chosen) ?? roles[0]
  const labelOf = (entity: string) => entities[entity]?.label.many ?? entity
  return (
    <Panel
      title={t('Roles and rights')}
      actions={
        <Button icon={<IconPlus size={16} aria-hidden />} onClick={() => make(true)}>
          {t('New role')}
        </Button>
      }
    >
      <div className="rights-head">
        <Select
          aria-label={t('Role')}
          style={{ width: 200 }}
          value={role?.key ?? null}
          options={roles.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={choose}
        />
        <Input
          allowClear={useClearing()}
          aria-label={t('Search records')}
          placeholder={t('Search records')}
          style={{ width: 180 }}
          value={typed}
          onChange={(event) => type(event.target.value)}
        />
        <span className="settings-text">
          {t('Administrators may do everything. A dot marks what differs from the standard.')}
        </span>
      </div>
      {role && (
        <RightsTable
          answer={answer}
          role={role}
          isShown={(entity) => fold(labelOf(entity)).includes(fold(typed))}
          labelOf={labelOf}
        />
      )}
      {isMaking && (
        <Suspense>
          <CreateDialog
            entity="role"
            title=""
            onClose={() => make(false)}
            onCreated={({ row }) => choose(textOf(row?.['key']) || chosen)}
          />
        </Suspense>
      )}
    </Panel>
  )
}

/** Rights that everybody has who is signed in; it is no role that one is given. */
function everyone(t: (english: string) => string) {
  return { id: '', key: 'everyone', name: t('Everyone') }
}
