/** Records beside a calendar, found and sifted, each to be carried onto a day. */
import { useT } from '#ui/base/house.tsx'
import { useList } from '#ui/base/queries.ts'
import { AskedFields } from '#ui/field/asked-fields.tsx'
import { displayText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { IconSearch, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { trayCard, type DayTray } from './use-day-tray.ts'
import './day-tray.css'

const most = 60

export function TrayPanel({ tray, lifted }: { tray: DayTray; lifted: string | undefined }) {
  const t = useT()
  const { entity, asked, said, say, open } = tray
  const [tab, choose] = useState(entity.list.tabs[0]?.key)
  const [words, search] = useState('')
  const options = entity.list.tabs.map(({ key, label }) => ({ value: key, label }))
  return (
    <aside className="day-tray" aria-label={entity.label.many}>
      <div className="day-tray-head">
        <h3>{entity.label.many}</h3>
        <button
          type="button"
          className="icon-button"
          aria-label={t('Close')}
          onClick={() => open(false)}
        >
          <IconX size={16} aria-hidden />
        </button>
      </div>
      <AskedFields
        className="day-tray-asked"
        fieldClassName="day-tray-field"
        fields={asked}
        values={said}
        refs={{}}
        onChange={(changes) => say({ ...said, ...changes })}
      />
      <Input
        allowClear
        prefix={<IconSearch size={15} aria-hidden />}
        placeholder={t('Search')}
        aria-label={t('Search {entity}', { entity: entity.label.many })}
        value={words}
        onChange={(event) => search(event.target.value)}
      />
      {options.length > 1 && (
        <Select
          aria-label={t('Which ones')}
          value={tab ?? null}
          options={options}
          onChange={(key) => key !== null && choose(key)}
        />
      )}
      <TrayCards tray={tray} tab={tab} words={words} lifted={lifted} />
    </aside>
  )
}

interface CardsProps {
  tray: DayTray
  tab: string | undefined
  words: string
  lifted: string | undefined
}

function TrayCards({ tray: { entity }, tab, words, lifted }: CardsProps) {
  const t = useT()
  const reader = useReader()
  const q = useDeferredValue(words.trim())
  const where = entity.list.tabs.find(({ key }) => key === tab)?.where ?? {}
  const columns = [entity.title, ...entity.subtitle]
  const { data } = useList(entity.name, { where, q, columns, limit: most })
  const second = entity.subtitle.flatMap((name) => entity.fields.filter((one) => one.name === name))
  if (data?.rows.length === 0) return <p className="day-tray-none">{t('Nothing found.')}</p>
  return (
    <ul className="day-tray-cards">
      {data?.rows.map((row) => (
        <li
          key={row.id}
          className={lifted === trayCard(row.id) ? 'board-card is-lifted' : 'board-card'}
          data-card={trayCard(row.id)}
          data-from="tray"
        >
          <Link
            to="/record/$entity/$id"
            params={{ entity: entity.name, id: row.id }}
            className="board-open"
            draggable={false}
            aria-describedby="calendar-keys"
          >
            <span className="strong clip">{String(row[entity.title] ?? '')}</span>
            <span className="faint clip">
              {second
                .map((field) => displayText(field, row, data.refs, reader))
                .filter(Boolean)
                .join(' · ')}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
