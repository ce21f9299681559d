/** Which columns are shown, and in which order: ticks, and arrows that move a column. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react'
import { Button, Popover } from 'antd'
import './column-chooser.css'
import { moved } from './column-order.ts'
import type { ListView } from './use-list-view.ts'

interface LineProps {
  field: FieldMeta
  shown: boolean
  isLast: boolean
  onToggle: () => void
  onMove?: (step: 1 | -1) => void
}

function ColumnLine({ field, shown, isLast, onToggle, onMove }: LineProps) {
  const t = useT()
  return (
    <div className="column-line">
      <label className="grow">
        <input
          type="checkbox"
          className="tick"
          checked={shown}
          disabled={shown && isLast}
          onChange={onToggle}
        />
        {field.label}
      </label>
      {onMove && (
        <>
          <button
            type="button"
            className="column-move"
            aria-label={t('Move {name} up', { name: field.label })}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={14} stroke={1.7} aria-hidden />
          </button>
          <button
            type="button"
            className="column-move"
            aria-label={t('Move {name} down', { name: field.label })}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={14} stroke={1.7} aria-hidden />
          </button>
        </>
      )}
    </div>
  )
}

function ColumnPanel({ view }: { view: ListView }) {
  const t = useT()
  const { meta, state } = view
  const names = state.columns.map(({ name }) => name)
  const others = meta.fields.filter(({ name, listable }) => listable && !names.includes(name))
  const set = (columns: string[] | undefined) => view.change({ columns })
  return (
    <div className="column-panel">
      {state.columns.map((field, at) => (
        <ColumnLine
          key={field.name}
          field={field}
          shown
          isLast={names.length === 1}
          onToggle={() => set(names.toSpliced(at, 1))}
          onMove={(step) => set(moved(names, at, step))}
        />
      ))}
      {others.length > 0 && <hr />}
      {others.map((field) => (
        <ColumnLine
          key={field.name}
          field={field}
          shown={false}
          isLast={false}
          onToggle={() => set([...names, field.name])}
        />
      ))}
      <Button type="text" size="small" onClick={() => set(undefined)}>
        {t('As usual')}
      </Button>
    </div>
  )
}

export function ColumnChooser({ view }: { view: ListView }) {
  const t = useT()
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      content={<ColumnPanel view={view} />}
    >
      <Button className="list-columns" icon={<IconColumns3 size={16} stroke={1.6} aria-hidden />}>
        {t('Columns')}
      </Button>
    </Popover>
  )
}
