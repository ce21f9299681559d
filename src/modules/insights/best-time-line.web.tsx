/** When a customer is best spoken with, in one line with its reason. */
import type { ListAnswer, WireRow } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { Sentence } from '#ui/base/sentence.tsx'
import { bestTime, type Talk } from './best-time.ts'

interface BestTimeLineProps {
  row: WireRow
  talks: ListAnswer | null
}

/** A letter or a mail is written at any hour. */
const spoken = new Set(['call', 'visit', 'chat', 'message'])

export function BestTimeLine({ row, talks }: BestTimeLineProps) {
  const t = useT()
  const { timeZone } = useHouse().company
  const hours = new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone })
  const known = (talks?.rows ?? [])
    .filter(({ kind }) => spoken.has(String(kind)))
    .map((one): Talk => {
      const { happenedAt, direction, result } = one
      const hour = Number(hours.format(new Date(String(happenedAt))))
      return { hour, direction: String(direction), result: result ? String(result) : null }
    })
  const asked = row['bestTime']
  const best = bestTime(typeof asked === 'string' ? asked : null, known)
  if (!best) return null
  const text =
    best.kind === 'asked'
      ? t('Best time: {words}, as they asked.', best)
      : t('Best time: {from}:00 to {until}:00, reached {reached} of {tries} times.', { ...best })
  return (
    <p className="overview-why">
      <Sentence text={text} />
    </p>
  )
}
