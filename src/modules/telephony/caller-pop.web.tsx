/** Somebody calls: who it is stands over the page as long as it rings, until it is put aside. */
import type { WireRow } from '#kernel/http/wire.ts'
import { useEntity, useT } from '#ui/base/house.tsx'
import { useList } from '#ui/base/queries.ts'
import { ActionDialog } from '#ui/record/action-dialog.tsx'
import { IconPhoneIncoming, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import './caller-pop.css'

interface Acting {
  call: WireRow
  action: string
}

export function CallerPop() {
  const t = useT()
  const meta = useEntity('phone-call')
  const [aside, putAside] = useState<readonly string[]>([])
  const [acting, act] = useState<Acting | null>(null)
  const calls = useLiveCalls().filter(({ id }) => !aside.includes(id))
  const action = meta.actions.find(({ name }) => name === acting?.action)
  return (
    <>
      {calls.length > 0 && (
        <aside className="caller-pop" aria-label={t('Incoming call')} aria-live="assertive">
          {calls.map((call) => (
            <Caller
              key={call.id}
              call={call}
              onAct={(name) => act({ call, action: name })}
              onAside={() => putAside([...aside, call.id])}
            />
          ))}
        </aside>
      )}
      {acting && action && (
        <ActionDialog
          entity={meta}
          action={action}
          row={acting.call}
          prefill={{}}
          onClose={() => act(null)}
        />
      )}
    </>
  )
}

function useLiveCalls(): (WireRow & { name: string | null })[] {
  const { data } = useList('phone-call', {
    // A call of which no end was told is over by the next day.
    where: {
      owner: 'me',
      direction: 'in',
      endedAt: { empty: true },
      startedAt: { within: 'today' },
    },
    sort: '-startedAt',
    columns: ['number', 'customer', 'contact', 'lead', 'line', 'startedAt'],
    limit: 3,
  })
  const nameOf = (entity: string, id: unknown) =>
    typeof id === 'string' ? (data?.refs[entity]?.[id]?.title ?? null) : null
  return (data?.rows ?? []).map((row) => {
    const whose = nameOf('customer', row['customer']) ?? nameOf('lead', row['lead'])
    const person = nameOf('contact', row['contact'])
    return { ...row, name: [whose, person].filter((one) => one !== null).join(' · ') || null }
  })
}

interface CallerProps {
  call: WireRow & { name: string | null }
  onAct: (action: string) => void
  onAside: () => void
}

function Caller({ call, onAct, onAside }: CallerProps) {
  const t = useT()
  const number = call['number'] ? String(call['number']) : t('withheld number')
  const entity = call['customer'] ? 'customer' : call['lead'] ? 'lead' : null
  return (
    <div className="caller">
      <IconPhoneIncoming size={22} aria-hidden />
      <div className="caller-who">
        {entity ? (
          <Link to="/record/$entity/$id" params={{ entity, id: String(call[entity]) }}>
            {call.name ?? number}
          </Link>
        ) : (
          <strong>{t('Unknown number')}</strong>
        )}
        <span className="quiet">{number}</span>
        <div className="caller-acts">
          {entity ? (
            <Button size="small" type="primary" onClick={() => onAct('note')}>
              {t('Write the call down')}
            </Button>
          ) : (
            <Newcomer number={call['number']} onAct={onAct} />
          )}
        </div>
      </div>
      <Button
        size="small"
        type="text"
        aria-label={t('Put aside')}
        icon={<IconX size={16} aria-hidden />}
        onClick={onAside}
      />
    </div>
  )
}

/** Nobody has this number yet: it becomes a lead, a customer, or one that is there. */
function Newcomer({ number, onAct }: { number: unknown; onAct: (action: string) => void }) {
  const t = useT()
  const phone = typeof number === 'string' ? { phone: number } : {}
  return (
    <>
      <Link to="/new/$entity" params={{ entity: 'lead' }} search={{ with: phone }}>
        {t('New lead')}
      </Link>
      <Link to="/new/$entity" params={{ entity: 'customer' }} search={{ with: phone }}>
        {t('New customer')}
      </Link>
      <Button size="small" onClick={() => onAct('name-caller')}>
        {t('Say whose call it is')}
      </Button>
    </>
  )
}
