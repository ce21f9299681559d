/** Nobody is to be called now: why, and what can be done. */
import { useEntity, useHouse, useT } from '#ui/base/house.tsx'
import { Cell } from '#ui/field/cell.tsx'
import { IconPhoneOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Queue } from './use-queue.web.tsx'

export function NobodyToCall({ queue }: { queue: Queue }) {
  const t = useT()
  const mayDeal = useHouse().entities['call-list']?.may.create === true
  return (
    <section className="panel calling-nobody" role="status">
      <IconPhoneOff size={36} stroke={1.4} aria-hidden />
      <h2>
        {queue.closed ? t('These are not the hours to call') : t('Nobody is to be called now')}
      </h2>
      {queue.closed ? (
        <Hours queue={queue} />
      ) : (
        <p>{t('Your lists are done, or not dealt out.')}</p>
      )}
      <p>
        <Link to="/list/$entity" params={{ entity: 'call-entry' }} search={{ tab: 'Mine' }}>
          {t('My entries')}
        </Link>
        {mayDeal && (
          <>
            {' · '}
            <Link to="/list/$entity" params={{ entity: 'call-list' }}>
              {t('Call lists')}
            </Link>
          </>
        )}
      </p>
    </section>
  )
}

function Hours({ queue: { closed } }: { queue: Queue }) {
  const { fields } = useEntity('calling-hours')
  const days = fields.find(({ name }) => name === 'days')
  if (!closed) return null
  return (
    <p>
      {String(closed['name'])} · {days && <Cell field={days} row={closed} />}{' '}
      {String(closed['begins'])}–{String(closed['ends'])}
    </p>
  )
}
