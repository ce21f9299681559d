/** Who is called: name, wishes, and every number at which somebody can be reached. */
import type { WireRow } from '#kernel/http/wire.ts'
import { useEntity, useT } from '#ui/base/house.tsx'
import { Cell } from '#ui/field/cell.tsx'
import { IconPhone } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Called } from './use-called.web.tsx'
import type { Talk } from './use-talk.web.tsx'

interface WhoPanelProps {
  entry: WireRow
  called: Called
  talk: Talk
  listName: string
  actions: ReactNode
}

const facts = {
  customer: ['level', 'stage', 'owner', 'industry', 'channel', 'bestTime', 'refuses'],
  lead: ['status', 'score', 'person', 'need', 'source', 'channel', 'bestTime', 'refuses'],
}

export function WhoPanel({ entry, called, talk, listName, actions }: WhoPanelProps) {
  const { entity, record } = called
  const { fields } = useEntity(entity)
  const id = String(entry[entity])
  return (
    <section className="panel calling-who">
      <header>
        <h2>
          <Link to="/record/$entity/$id" params={{ entity, id }}>
            {String(entry['name'] ?? '')}
          </Link>
        </h2>
        <span className="quiet">{listName}</span>
        <div className="calling-acts">{actions}</div>
      </header>
      {entry['note'] ? <p>{String(entry['note'])}</p> : null}
      {record && (
        <dl className="calling-facts">
          {facts[entity].map((name) => {
            const field = fields.find((one) => one.name === name)
            const value = record.row[name]
            const isThere = Array.isArray(value) ? value.length > 0 : (value ?? '') !== ''
            if (!field || !isThere) return null
            return (
              <div key={name}>
                <dt>{field.label}</dt>
                <dd>
                  <Cell field={field} row={record.row} refs={record.refs} />
                </dd>
              </div>
            )
          })}
        </dl>
      )}
      <Numbers called={called} talk={talk} />
    </section>
  )
}

interface Reach {
  key: string
  name: string
  number: string
  refuses: boolean
  contact: string | null
}

function Numbers({ called, talk }: { called: Called; talk: Talk }) {
  const t = useT()
  const all = reachesOf(called, t('Switchboard'))
  return (
    <ul className="calling-plain calling-numbers">
      {all.map(({ key, name, number, refuses, contact }) => (
        <li key={key}>
          <span>{name}</span>
          {refuses ? (
            <span className="tone-text-red">{t('wants no calls')}</span>
          ) : (
            <a
              className="calling-number"
              href={`tel:${number.replaceAll(/[^\d+]/gu, '')}`}
              onClick={() => {
                talk.begin(number)
                if (contact) talk.change({ contact })
              }}
            >
              <IconPhone size={16} aria-hidden />
              {number}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

function reachesOf({ record, people }: Called, switchboard: string): Reach[] {
  const main = text(record?.row['phone'])
  const own = main ? [{ key: 'own', name: switchboard, number: main }] : []
  return [
    ...own.map((one) => ({ ...one, refuses: false, contact: null })),
    ...people.flatMap((row) =>
      ['mobile', 'phone'].flatMap((field): Reach[] => {
        const number = text(row[field])
        if (!number) return []
        const title = text(row['jobTitle'])
        const name = [text(row['name']), title].filter((part) => part !== null).join(' · ')
        const refuses = ((row['refuses'] ?? []) as string[]).includes('call')
        return [{ key: `${row.id} ${field}`, name, number, refuses, contact: row.id }]
      }),
    ),
  ]
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
