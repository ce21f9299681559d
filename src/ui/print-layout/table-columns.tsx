/** Which fields of the lines a table shows, in which order. */
import type { EntityMeta } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { Button, Checkbox } from 'antd'
import type { DrawnElement } from './drawing.ts'
import { tableShape, type TableColumn } from './elements.ts'
import { columnsOf, linesOf } from './palette-fields.ts'

interface TableColumnsProps {
  entity: EntityMeta
  table: DrawnElement
  onChange: (change: Partial<DrawnElement>) => void
}

export function TableColumns({ entity, table, onChange }: TableColumnsProps) {
  const t = useT()
  const { entities } = useHouse()
  const of = linesOf(entity, entities).find(({ field }) => field.name === table.field)
  if (!of) return null
  const all = columnsOf(of.lines, t)
  const chosen = chosenOf(table, all)
  const rest = all.filter(({ path }) => chosen.every((one) => one.path !== path))
  const choose = (next: readonly TableColumn[]) => next.length > 0 && onChange(tableShape(next))
  return (
    <section className="table-columns" aria-label={t('Columns of the table')}>
      <h2>{t('Columns of the table')}</h2>
      <ul>
        {chosen.map((column, at) => (
          <li key={column.path}>
            <Checkbox
              checked
              disabled={chosen.length === 1}
              onChange={() => choose(chosen.toSpliced(at, 1))}
            >
              {column.label}
            </Checkbox>
            <Mover
              label={column.label}
              at={at}
              last={chosen.length - 1}
              onMove={(to) => choose(chosen.toSpliced(at, 1).toSpliced(to, 0, column))}
            />
          </li>
        ))}
        {rest.map((column) => (
          <li key={column.path}>
            <Checkbox checked={false} onChange={() => choose([...chosen, column])}>
              {column.label}
            </Checkbox>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** With the headings that somebody gave them. */
function chosenOf({ columns = [], head = [] }: DrawnElement, all: readonly TableColumn[]) {
  return columns.map((path, at): TableColumn => {
    const known = all.find((column) => column.path === path)
    return { path, label: head[at] ?? known?.label ?? path, isFigure: known?.isFigure ?? false }
  })
}

interface MoverProps {
  label: string
  at: number
  last: number
  onMove: (to: number) => void
}

function Mover({ label, at, last, onMove }: MoverProps) {
  const t = useT()
  return (
    <span className="table-columns-move">
      <Button
        type="text"
        size="small"
        disabled={at === 0}
        aria-label={t('Move {name} up', { name: label })}
        icon={<IconArrowUp size={14} aria-hidden />}
        onClick={() => onMove(at - 1)}
      />
      <Button
        type="text"
        size="small"
        disabled={at === last}
        aria-label={t('Move {name} down', { name: label })}
        icon={<IconArrowDown size={14} aria-hidden />}
        onClick={() => onMove(at + 1)}
      />
    </span>
  )
}
