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
import { IconEye, IconHome, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { RightsTable } from './rights-table.tsx'
import type { RightsAnswer } from './rights.ts'
import type { RoleName } from './use-roles.ts'
import './settings.css'

const RoleHome = lazy(async () => ({ default: (await import('./role-home.tsx')).RoleHome }))
const ViewAs = lazy(async () => ({ default: (await import('./view-as.tsx')).ViewAs }))
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

interface BesideProps {
  title: string
  onEnd: () => void
  children: ReactNode
}

/** In place of the rights, until one goes back to them. */
function Beside({ title, onEnd, children }: BesideProps) {
  const t = useT()
  return (
    <Panel title={title} actions={<Button onClick={onEnd}>{t('Back to the rights')}</Button>}>
      <Suspense fallback={<Waiting />}>{children}</Suspense>
    </Panel>
  )
}

interface RolesActionsProps {
  /** Rights that everybody has are no role that one is given. */
  hasHome: boolean
  onGo: (to: 'as' | 'home' | 'new') => void
}

function RolesActions({ hasHome, onGo }: RolesActionsProps) {
  const t = useT()
  return (
    <>
      <Button icon={<IconEye size={16} aria-hidden />} onClick={() => onGo('as')}>
        {t('View as')}
      </Button>
      {hasHome && (
        <Button icon={<IconHome size={16} aria-hidden />} onClick={() => onGo('home')}>
          {t('Home page')}
        </Button>
      )}
      <Button icon={<IconPlus size={16} aria-hidden />} onClick={() => onGo('new')}>
        {t('New role')}
      </Button>
    </>
  )
}

function RolesPanel({ answer }: { answer: RightsAnswer }) {
  const t = useT()
  const { entities } = useHouse()
  const [chosen, choose] = useState('sales')
  const [typed, type] = useState('')
  const [place, go] = useState<'rights' | 'as' | 'home' | 'new'>('rights')
  const back = () => go('rights')
  const roles = [...answer.roles.filter(({ key }) => key !== 'administrator'), everyone(t)]
  const role = roles.find(({ key }) => key === chosen) ?? roles[0]
  const labelOf = (entity: string) => entities[entity]?.label.many ?? entity
  if (place === 'as') {
    return (
      <Beside title={t('View as')} onEnd={back}>
        <ViewAs roles={answer.roles} />
      </Beside>
    )
  }
  if (place === 'home' && role) {
    return (
      <Beside title={t('Home page of {role}', { role: role.name })} onEnd={back}>
        <RoleHome role={role} />
      </Beside>
    )
  }
  const hasHome = role !== undefined && role.id !== ''
  return (
    <Panel title={t('Roles and rights')} actions={<RolesActions hasHome={hasHome} onGo={go} />}>
      <RightsHead {...{ roles, role, choose, typed, type }} />
      {role && (
        <RightsTable
          answer={answer}
          role={role}
          isShown={(entity) => fold(labelOf(entity)).includes(fold(typed))}
          labelOf={labelOf}
        />
      )}
      {place === 'new' && (
        <Suspense>
          <CreateDialog
            entity="role"
            title=""
            onClose={back}
            onCreated={({ row }) => choose(textOf(row?.['key']) || chosen)}
          />
        </Suspense>
      )}
    </Panel>
  )
}

interface RightsHeadProps {
  roles: RoleName[]
  role: RoleName | undefined
  choose: (key: string) => void
  typed: string
  type: (text: string) => void
}

function RightsHead({ roles, role, choose, typed, type }: RightsHeadProps) {
  const t = useT()
  return (
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
  )
}

/** Rights that everybody has who is signed in; it is no role that one is given. */
function everyone(t: (english: string) => string) {
  return { id: '', key: 'everyone', name: t('Everyone') }
}
