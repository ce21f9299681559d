/** What must not wait: records that are an alarm, what each says, and what to do. */
import type { EntityMeta, WireRow } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { useList } from '#ui/base/queries.ts'
import { Cell } from '#ui/field/cell.tsx'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'

const most = 10

export function Alarms() {
  return Object.values(useHouse().entities).map((meta) => <AlarmsOf key={meta.name} meta={meta} />)
}

function AlarmsOf({ meta }: { meta: EntityMeta }) {
  const t = useT()
  const { name, label, alarm } = meta
  const { title, list } = meta
  const columns = alarm ? [title, ...list.columns, alarm.tells] : []
  const wish = {
    ...(alarm ? { where: alarm.where } : {}),
    columns: [...new Set(columns)],
    limit: most,
  }
  const { data: answer } = useList(name, wish, alarm !== undefined)
  if (!alarm || !answer || answer.rows.length === 0) return null
  return (
    <section className="panel home-alarm" role="alert" aria-label={label.many}>
      <h2>
        <IconAlertTriangle size={18} stroke={1.6} aria-hidden />
        {label.many}
      </h2>
      <p>{alarm.text}</p>
      <ul>
        {answer.rows.map((row) => (
          <li key={row.id}>
            <AlarmLine meta={meta} row={row} />
            <div className="home-alarm-tells">{String(row[alarm.tells] ?? '')}</div>
          </li>
        ))}
      </ul>
      {answer.next && (
        <Link to="/list/$entity" params={{ entity: name }} search={{ where: alarm.where }}>
          {t('All')}
        </Link>
      )}
    </section>
  )
}

/** The record by its name, and the columns of its list. */
function AlarmLine({ meta, row }: { meta: EntityMeta; row: WireRow }) {
  const columns = meta.list.columns.filter((column) => column !== meta.title)
  const shown = meta.fields.filter(({ name }) => columns.includes(name))
  return (
    <Link to="/record/$entity/$id" params={{ entity: meta.name, id: row.id }}>
      <b>{String(row[meta.title])}</b>
      {shown.map((field) => (
        <span key={field.name}>
          {field.label}: <Cell field={field} row={row} refs={{}} unlinked />
        </span>
      ))}
    </Link>
  )
}
