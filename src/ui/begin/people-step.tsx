/** Third page of the guide: the colleagues who work with it, added and invited together. */
import { useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { useRoles } from '#ui/shell/settings/use-roles.ts'
import { IconPlus } from '@tabler/icons-react'
import { Button, Input, Select } from 'antd'
import type { ClipboardEvent } from 'react'
import { AddedPeople } from './added-people.tsx'
import { pastedRows } from './newcomers.ts'
import { useNewcomers, type NewcomerRow } from './use-newcomers.ts'

export function PeopleStep() {
  const t = useT()
  const newcomers = useNewcomers()
  const { added, count, isBusy } = newcomers
  return (
    <>
      <p className="begin-text">
        {t(
          'Type your colleagues, or paste name, e-mail and role from a spreadsheet. Each gets a mail with a link to choose a password.',
        )}
      </p>
      <Panel title={t('Colleagues')}>
        <NewcomerTable {...newcomers} />
        <div className="begin-buttons">
          <Button icon={<IconPlus size={16} aria-hidden />} onClick={newcomers.more}>
            {t('Add line')}
          </Button>
          <span className="grow" />
          <Button
            type={count > 0 ? 'primary' : 'default'}
            disabled={count === 0}
            loading={isBusy}
            onClick={() => void newcomers.addAll()}
          >
            {t('Add and invite ({count})', { count })}
          </Button>
        </div>
      </Panel>
      {added.length > 0 && <AddedPeople people={added} />}
    </>
  )
}

type TableProps = Pick<ReturnType<typeof useNewcomers>, 'rows' | 'change' | 'paste'>

function NewcomerTable({ rows, change, paste }: TableProps) {
  const t = useT()
  const roles = useRoles()
  const take = (event: ClipboardEvent, at: number) => {
    const given = pastedRows(event.clipboardData.getData('text/plain'), roles)
    if (!given) return
    event.preventDefault()
    paste(at, given)
  }
  // Without the roles none could be recognised in what is pasted.
  if (roles.length === 0) return <Waiting />
  return (
    <div className="begin-people">
      <div className="begin-person begin-head" aria-hidden>
        <span>{t('Full name')}</span>
        <span>{t('E-mail')}</span>
        <span>{t('Role')}</span>
      </div>
      {rows.map((row, index) => (
        <div key={row.key} onPaste={(event) => take(event, index)}>
          <NewcomerLine row={row} line={index + 1} roles={roles} change={change} />
        </div>
      ))}
    </div>
  )
}

interface LineProps {
  row: NewcomerRow
  line: number
  roles: ReturnType<typeof useRoles>
  change: TableProps['change']
}

function NewcomerLine({ row, line, roles, change }: LineProps) {
  const t = useT()
  const set = (changes: Partial<NewcomerRow>) => change(row.key, { ...changes, problem: '' })
  const problem = row.problem ? `${row.key}-problem` : undefined
  const fault = { 'aria-invalid': problem !== undefined, 'aria-describedby': problem }
  return (
    <div className="begin-person" role="group" aria-label={t('Line {line}', { line })}>
      <Input
        aria-label={t('Full name')}
        placeholder={t('Full name')}
        value={row.name}
        onChange={({ target }) => set({ name: target.value })}
      />
      <Input
        type="email"
        aria-label={t('E-mail')}
        placeholder={t('E-mail')}
        value={row.email}
        {...fault}
        onChange={({ target }) => set({ email: target.value })}
      />
      <Select
        aria-label={t('Role')}
        placeholder={t('Role')}
        value={row.role || null}
        options={roles.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={(role: string) => set({ role })}
      />
      {row.problem && (
        <div id={problem} className="field-error" role="alert">
          {row.problem}
        </div>
      )}
    </div>
  )
}
