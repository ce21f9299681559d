/** The rows themselves: a table, on the phone cards; or words when there are none. */
import { useT } from '#ui/base/house.tsx'
import { Empty } from '#ui/base/empty.tsx'
import { NamedIcon } from '#ui/base/icons.tsx'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ListCards } from './list-cards.tsx'
import { ListTable } from './list-table.tsx'
import { toggled, type Selection } from './selection.ts'
import { useListKeys } from './use-list-keys.ts'
import type { ListView } from './use-list-view.ts'

export interface RowsProps {
  view: ListView
  selection: Selection
  onSelect: (selection: Selection) => void
  /** The row the keyboard stands on. */
  active: number
  onOpen: (at: number) => void
}

interface ListBodyProps {
  view: ListView
  selection: Selection
  onSelect: (selection: Selection) => void
  onHelp: () => void
  phone: boolean
}

export function ListBody({ view, selection, onSelect, onHelp, phone }: ListBodyProps) {
  const navigate = useNavigate()
  const [active, setActive] = useState(-1)
  const { rows, meta } = view
  const open = (at: number) => {
    const id = rows[at]?.id
    const entity = meta.name
    if (id) void navigate({ to: '/record/$entity/$id', params: { entity, id } })
  }
  useListKeys({
    count: rows.length,
    active,
    onMove: setActive,
    onOpen: open,
    onTick: (at) => onSelect(toggled(selection, rows, at)),
    onHelp,
    onNew: meta.may.create
      ? () => void navigate({ to: '/new/$entity', params: { entity: meta.name } })
      : undefined,
  })
  if (view.isLoading) return <Skeleton phone={phone} />
  if (rows.length === 0) return <NoRows view={view} />
  const Rows = phone ? ListCards : ListTable
  return (
    <Rows view={view} selection={selection} onSelect={onSelect} active={active} onOpen={open} />
  )
}

function Skeleton({ phone }: { phone: boolean }) {
  const t = useT()
  const lines = Array.from({ length: phone ? 8 : 16 }, (_, index) => index)
  return (
    <div className="skeleton" role="status" aria-label={t('Loading')}>
      {lines.map((line) => (
        <div key={line} className={phone ? 'skeleton-row skeleton-card' : 'skeleton-row'}>
          <span style={{ width: `${14 + ((line * 7) % 11)}%` }} />
          <span style={{ width: `${24 + ((line * 5) % 13)}%` }} />
          <span style={{ width: `${8 + ((line * 3) % 7)}%` }} />
        </div>
      ))}
    </div>
  )
}

function NoMatch({ view }: { view: ListView }) {
  const t = useT()
  const clear = () => view.change({ where: undefined, q: undefined })
  return (
    <Empty
      title={t('Nothing matches')}
      text={t('No record fits this search and these conditions.')}
    >
      <Button onClick={clear}>{t('Clear all')}</Button>
    </Empty>
  )
}

/** Empty because nothing was ever entered, or because nothing fits: each says what to do. */
function NoRows({ view }: { view: ListView }) {
  const t = useT()
  const navigate = useNavigate()
  const { meta, state } = view
  const isNarrowed = state.q !== '' || Object.keys(state.conditions).length > 0
  if (isNarrowed) return <NoMatch view={view} />
  const name = meta.label.many
  const text = meta.may.create
    ? t('Add the first one, or bring over the list you already have.')
    : t('What your colleagues share with you appears here.')
  return (
    <Empty
      icon={<NamedIcon name={meta.icon} size={24} />}
      title={t('No {name} here yet', { name })}
      text={text}
    >
      {meta.may.create && (
        <Button
          type="primary"
          onClick={() => void navigate({ to: '/new/$entity', params: { entity: meta.name } })}
        >
          {t('New {name}', { name: meta.label.one })}
        </Button>
      )}
      {meta.may.import && (
        <Button
          onClick={() => void navigate({ to: '/import/$entity', params: { entity: meta.name } })}
        >
          {t('Import from a file')}
        </Button>
      )}
    </Empty>
  )
}
