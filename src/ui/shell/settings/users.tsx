/** Who works here: their roles, whether they may sign in, and invitations. */
import { useClearing } from '#ui/base/clearing.tsx'
import type { ListAnswer, WireRow } from '#kernel/http/wire.ts'
import { useEntity, useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { useList, useWrite } from '#ui/base/queries.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { Cell } from '#ui/field/cell.tsx'
import { textOf, textsOf } from '#ui/field/value/field-facts.ts'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import '#ui/record/related.css'
import { IconMail, IconPlus, IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Button, Input, Select, Switch } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { InvitationDialog } from './invitation-dialog.tsx'
import { useRoles } from './use-roles.ts'

const CreateDialog = lazy(async () => ({
  default: (await import('#ui/form/create-dialog.tsx')).CreateDialog,
}))

const COLUMNS = ['name', 'email', 'title', 'department', 'roles', 'active']

export function Users() {
  const t = useT()
  const [q, search] = useState('')
  const [isMaking, make] = useState(false)
  const [invited, invite] = useState<{ id: string; title: string } | null>(null)
  const users = useList('user', { sort: 'name', limit: 200, columns: COLUMNS, ...(q && { q }) })
  return (
    <Panel
      title={t('Users')}
      actions={
        <>
          <Input.Search
            allowClear={useClearing()}
            placeholder={t('Name or e-mail')}
            aria-label={t('Search users')}
            style={{ width: 200 }}
            searchIcon={<IconSearch size={15} role="img" aria-label={t('Search')} />}
            onSearch={search}
          />
          <Button
            type="primary"
            icon={<IconPlus size={16} aria-hidden />}
            onClick={() => make(true)}
          >
            {t('New user')}
          </Button>
        </>
      }
    >
      <ProblemNotice problem={users.error} />
      {users.data ? <UserTable answer={users.data} onInvite={invite} /> : <Waiting />}
      {isMaking && (
        <Suspense>
          <CreateDialog entity="user" title="" onClose={() => make(false)} onCreated={invite} />
        </Suspense>
      )}
      {invited && <InvitationDialog user={invited} onClose={() => invite(null)} />}
    </Panel>
  )
}

interface UserTableProps {
  answer: ListAnswer
  onInvite: (user: { id: string; title: string }) => void
}

function UserTable({ answer, onInvite }: UserTableProps) {
  const t = useT()
  const { fields } = useEntity('user')
  const shown = ['title', 'department'].flatMap((name) => fields.filter((f) => f.name === name))
  return (
    <div className="related-scroll">
      <table className="related users">
        <thead>
          <tr>
            <th scope="col">{t('Name')}</th>
            {shown.map((field) => (
              <th key={field.name} scope="col">
                {field.label}
              </th>
            ))}
            <th scope="col">{t('Roles')}</th>
            <th scope="col">{t('May sign in')}</th>
            <th scope="col">
              <span className="unseen">{t('Invite')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {answer.rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link to="/record/$entity/$id" params={{ entity: 'user', id: row.id }}>
                  {textOf(row['name'])}
                </Link>
                <div className="faint">{textOf(row['email'])}</div>
              </td>
              {shown.map((field) => (
                <td key={field.name}>
                  <Cell field={field} row={row} refs={answer.refs} />
                </td>
              ))}
              <td>
                <RolesSelect user={row} />
              </td>
              <td>
                <ActiveSwitch user={row} />
              </td>
              <td className="number">
                <Button
                  size="small"
                  icon={<IconMail size={15} aria-hidden />}
                  disabled={row['active'] === false}
                  onClick={() => onInvite({ id: row.id, title: textOf(row['name']) })}
                >
                  {t('Invite')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function useChangeUser(user: WireRow) {
  const t = useT()
  const write = useWrite()
  const { showDone, showProblem } = useUndoMessage()
  const change = async (values: Record<string, unknown>) => {
    try {
      const { id, version } = user
      await write.mutateAsync({ kind: 'update', entity: 'user', id, version, values })
      showDone(t('Saved'))
    } catch (error) {
      showProblem(error)
    }
  }
  return { change, isBusy: write.isPending }
}

function RolesSelect({ user }: { user: WireRow }) {
  const t = useT()
  const roles = useRoles()
  const { change, isBusy } = useChangeUser(user)
  return (
    <Select
      mode="multiple"
      size="small"
      className="users-roles"
      variant="borderless"
      aria-label={t('Roles of {name}', { name: textOf(user['name']) })}
      placeholder={t('No role')}
      maxTagCount="responsive"
      popupMatchSelectWidth={220}
      loading={isBusy}
      value={textsOf(user['roles'])}
      options={roles.map(({ key, name }) => ({ value: key, label: name }))}
      onChange={(next: string[]) => change({ roles: next })}
    />
  )
}

function ActiveSwitch({ user }: { user: WireRow }) {
  const t = useT()
  const { change, isBusy } = useChangeUser(user)
  return (
    <Switch
      size="small"
      aria-label={t('{name} may sign in', { name: textOf(user['name']) })}
      checked={user['active'] === true}
      loading={isBusy}
      onChange={(active) => change({ active })}
    />
  )
}
