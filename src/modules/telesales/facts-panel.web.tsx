/** Beside the call: advice with its reason, the last talks, quotes and orders that run. */
import type { WireRow } from '#kernel/http/wire.ts'
import { useEntity, useHouse, useT, type Translate } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { Amount } from '#ui/field/amount.tsx'
import { Cell } from '#ui/field/cell.tsx'
import { IconBulb } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Advice, AdviceKind } from './call-advice.ts'
import type { Called } from './use-called.web.tsx'

const shownTalks = 5

export function FactsPanel({ called }: { called: Called }) {
  const t = useT()
  return (
    <div className="calling-column">
      {called.advice.length > 0 && (
        <Panel title={t('Good to know')} className="calling-advice">
          <ul className="calling-body calling-plain">
            {called.advice.map((advice) => (
              <li key={advice.kind}>
                <IconBulb size={15} aria-hidden />
                <span>{wordsOf(advice, t)}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {called.talks && <Talks called={called} />}
      {called.quotes.length + called.orders.length > 0 && (
        <Panel title={t('Open work')}>
          <ul className="calling-body calling-plain">
            <Papers entity="quote" rows={called.quotes} />
            <Papers entity="order" rows={called.orders} />
          </ul>
        </Panel>
      )}
    </div>
  )
}

function Talks({ called: { talks } }: { called: Called }) {
  const t = useT()
  const { fields } = useEntity('interaction')
  const rows = talks?.rows.slice(0, shownTalks) ?? []
  const field = (name: string) => fields.find((one) => one.name === name)
  const [when, kind, result] = [field('happenedAt'), field('kind'), field('result')]
  return (
    <Panel title={t('Last talks')}>
      <ul className="calling-body calling-plain">
        {rows.length === 0 && <li className="quiet">{t('Nobody has spoken with them yet.')}</li>}
        {rows.map((row) => (
          <li key={row.id} className="calling-talk">
            <span className="quiet calling-row">
              {when && <Cell field={when} row={row} />}
              {kind && <Cell field={kind} row={row} />}
              {result && row['result'] ? <Cell field={result} row={row} /> : null}
            </span>
            <Link to="/record/$entity/$id" params={{ entity: 'interaction', id: row.id }}>
              {String(row['summary'])}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Papers({ entity, rows }: { entity: string; rows: readonly WireRow[] }) {
  const label = useHouse().entities[entity]?.label.one
  return rows.slice(0, shownTalks).map((row) => (
    <li key={row.id} className="calling-paper">
      <Link to="/record/$entity/$id" params={{ entity, id: row.id }}>
        {label} {String(row['number'])}
      </Link>
      <Amount amount={String(row['total'] ?? '0')} currency={String(row['currency'])} />
    </li>
  ))
}

function wordsOf({ kind, facts }: Advice, t: Translate): string {
  const words: Record<AdviceKind, () => string> = {
    agreed: () => t('Agreed last time: {text}', facts),
    quote: () => t('Quote {number} is valid until {day}: ask what they think of it.', facts),
    'reorder-due': () =>
      t('Ordered last {since} days ago, usually every {every} days: offer the next order.', facts),
    'reorder-coming': () => t('Orders about every {every} days; the next is due {day}.', facts),
    'best-time': () =>
      t('Best reached from {from} to {until} o’clock: {reached} of {of} calls.', facts),
  }
  return words[kind]()
}
