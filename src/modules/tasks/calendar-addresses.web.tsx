/** Addresses by which calendars read my tasks: a new one is shown once, any can be ended. */
import type { WireRow } from '#kernel/http/wire.ts'
import { Cell, CopyButton, Panel, useAction, useEntity, useList, useT } from '#ui/screen.tsx'
import { Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import './calendar-link.css'

const columns = ['name', 'status', 'readAt', 'createdAt']
const where = { status: 'active' }

export function CalendarAddresses() {
  const t = useT()
  const { data } = useList('task-feed', { where, columns, limit: 50 })
  const [made, show] = useState('')
  return (
    <Panel title={t('My tasks in another calendar')}>
      <div className="calendar-link">
        <p>
          {t('A calendar on your phone or computer reads your tasks at an address of your own.')}
        </p>
        <NewAddress onMade={show} />
        {made !== '' && <MadeAddress address={made} />}
        <ul className="calendar-link-lines">
          {(data?.rows ?? []).map((row) => (
            <AddressLine key={row.id} row={row} />
          ))}
        </ul>
      </div>
    </Panel>
  )
}

/** 256 random bits as base64url, made here: the server learns no more than it must check. */
function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  const text = btoa(String.fromCharCode(...bytes))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function NewAddress({ onMade }: { onMade: (address: string) => void }) {
  const t = useT()
  const [name, setName] = useState('')
  const { run, isRunning, problem } = useAction('task-feed', 'make')
  const make = async () => {
    const secret = newSecret()
    const { result } = await run({ body: { input: { name, secret } } })
    const { path } = result as { path: string }
    onMade(`${location.origin}${path}${secret}.ics`)
    setName('')
  }
  return (
    <form
      className="calendar-link-row"
      onSubmit={(event) => {
        event.preventDefault()
        make().catch(() => undefined)
      }}
    >
      <Input
        value={name}
        maxLength={80}
        placeholder={t('E.g. my phone')}
        aria-label={t('For which program')}
        onChange={(event) => setName(event.target.value)}
      />
      <Button htmlType="submit" type="primary" loading={isRunning} disabled={name.trim() === ''}>
        {t('New calendar address')}
      </Button>
      {problem && <p className="field-error">{problem.fields?.[0]?.message ?? problem.detail}</p>}
    </form>
  )
}

function MadeAddress({ address }: { address: string }) {
  const t = useT()
  return (
    <div className="calendar-link-made" role="status">
      <p>{t('Enter this address there as a subscription. It is shown this one time.')}</p>
      <code>{address}</code>
      <CopyButton text={address} size="small" />
    </div>
  )
}

function AddressLine({ row }: { row: WireRow }) {
  const t = useT()
  const { fields } = useEntity('task-feed')
  const { run, isRunning } = useAction('task-feed', 'revoke')
  const readAt = fields.find(({ name }) => name === 'readAt')
  return (
    <li>
      <span className="grow strong clip">{String(row['name'])}</span>
      {readAt && (
        <span className="faint">
          {readAt.label}: {row['readAt'] ? <Cell field={readAt} row={row} /> : t('never')}
        </span>
      )}
      <Popconfirm
        title={t('Calendars that read this address get nothing any more.')}
        okText={t('Revoke')}
        cancelText={t('Cancel')}
        onConfirm={() => run({ id: row.id })}
      >
        <Button size="small" danger loading={isRunning}>
          {t('Revoke')}
        </Button>
      </Popconfirm>
    </li>
  )
}
