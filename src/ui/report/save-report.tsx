/** Keeps a report as it is asked under a name, for oneself or a role; opens it so by default. */
import { useT } from '#ui/base/house.tsx'
import { useOffer } from '#ui/base/offers.tsx'
import { useWrite } from '#ui/base/queries.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { IconBookmark, IconBookmarkPlus } from '@tabler/icons-react'
import { Button, Checkbox, Input, Popover, Select } from 'antd'
import { useState } from 'react'
import { MailReport } from './mail-report.tsx'
import { useRoleNames } from './role-names.ts'
import { askedOf, isChanged, type SavedReport } from './saved-reports.ts'
import { plain, useOwnReport } from './own-report.ts'
import type { ReportView } from './use-report-view.ts'

interface FormProps {
  view: ReportView
  onDone: () => void
}

function NewReport({ view, onDone }: FormProps) {
  const t = useT()
  const [name, setName] = useState('')
  const [roles, setRoles] = useState<string[]>([])
  const { showProblem } = useUndoMessage()
  const { mutateAsync, isPending } = useWrite()
  const names = useRoleNames()
  const save = async () => {
    const asked = askedOf(view.report, view.look, view.raw)
    const values = { name: name.trim(), report: view.report.name, asked, roles }
    try {
      const { row } = await mutateAsync({ kind: 'create', entity: 'saved-report', values })
      onDone()
      view.lookAt({ saved: row?.id })
    } catch (error) {
      showProblem(error)
    }
  }
  return (
    <form
      className="report-save"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') void save()
      }}
    >
      <label htmlFor="report-name">{t('Name of the saved report')}</label>
      <Input
        id="report-name"
        autoFocus
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <label htmlFor="report-roles">{t('Share with')}</label>
      <Select
        id="report-roles"
        mode="multiple"
        placeholder={t('Only me')}
        value={roles}
        options={names}
        onChange={setRoles}
      />
      <Button type="primary" htmlType="submit" loading={isPending} disabled={name.trim() === ''}>
        {t('Save report')}
      </Button>
    </form>
  )
}

function KeptReport({ view, saved, onDone }: FormProps & { saved: SavedReport }) {
  const t = useT()
  const { showProblem, showDone } = useUndoMessage()
  const { mutateAsync } = useWrite()
  const asked = askedOf(view.report, view.look, view.raw)
  const { id, version } = saved
  const update = async () => {
    try {
      const values = { asked }
      await mutateAsync({ kind: 'update', entity: 'saved-report', id, version, values })
      onDone()
    } catch (error) {
      showProblem(error)
    }
  }
  const remove = async () => {
    try {
      const { operation } = await mutateAsync({ kind: 'delete', entity: 'saved-report', id })
      onDone()
      showDone(t('Deleted: {name}', { name: saved.name }), operation)
      view.lookAt({ saved: undefined })
    } catch (error) {
      showProblem(error)
    }
  }
  return (
    <div className="report-save">
      <p className="strong">{saved.name}</p>
      <OwnDefault saved={saved} />
      <MailReport saved={saved.id} />
      <Button onClick={() => view.open({ saved: plain })}>{t('Show the plain report')}</Button>
      {saved.isMine && (
        <>
          <Button disabled={!isChanged(saved, asked)} onClick={() => void update()}>
            {t('Save changes to this report')}
          </Button>
          <Button danger onClick={() => void remove()}>
            {t('Delete this saved report')}
          </Button>
        </>
      )}
    </div>
  )
}

function OwnDefault({ saved }: { saved: SavedReport }) {
  const t = useT()
  const own = useOwnReport(saved.report)
  return (
    <Checkbox
      checked={own.saved === saved.id}
      onChange={(event) => own.keep(event.target.checked ? saved.id : null)}
    >
      {t('Open the report like this for me')}
    </Checkbox>
  )
}

interface SaveReportProps {
  view: ReportView
  saved: SavedReport | undefined
}

export function SaveReport({ view, saved }: SaveReportProps) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const Icon = saved ? IconBookmark : IconBookmarkPlus
  const icon = <Icon size={17} stroke={1.6} aria-hidden />
  const label = t('Save report')
  useOffer(view.report.label, [{ key: 'save', icon, label, onSelect: () => setOpen(true) }])
  const isDirty = saved && isChanged(saved, askedOf(view.report, view.look, view.raw))
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      content={
        <>
          {saved && <KeptReport view={view} saved={saved} onDone={close} />}
          <NewReport view={view} onDone={close} />
        </>
      }
    >
      <Button icon={icon} className={isDirty ? 'report-dirty' : ''}>
        {saved ? saved.name : t('Save')}
      </Button>
    </Popover>
  )
}
