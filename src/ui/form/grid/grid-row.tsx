/** One line of the grid; it is drawn anew only when something in it changed. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { Cell } from '#ui/field/cell.tsx'
import { isEmpty, isNumber, isOneRecord, isWritable } from '#ui/field/value/field-facts.ts'
import { memo, type ReactNode } from 'react'
import type { Line } from './grid-lines.ts'
import { shownText } from './grid-text.ts'
import type { GridReader } from './grid-text.ts'

interface GridRowProps {
  row: number
  /** With its computed figures. */
  line: Line
  columns: readonly FieldMeta[]
  how: GridReader
  /** Messages by field. */
  errors: Readonly<Record<string, string>>
  /** First and last selected column; -1 where none is. */
  left: number
  right: number
  activeColumn: number
  active: ReactNode
  /** The buttons at the end of the line; undefined where lines are only read. */
  tools: ReactNode | undefined
  /** Only read: names of records lead to them. */
  isRead: boolean
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, columns, errors, left, right } = props
  return (
    <tr aria-rowindex={row + 2} data-row={row}>
      <th scope="row" className="cell-number">
        {row + 1}
      </th>
      {columns.map((field, column) => {
        const isActive = column === props.activeColumn
        const isSelected = column >= left && column <= right
        const error = errors[field.name]
        return (
          <td
            key={field.name}
            role="gridcell"
            data-column={column}
            aria-selected={isSelected}
            aria-readonly={!isWritable(field)}
            title={error}
            className={classOf(field, { isActive, isSelected, isWrong: error !== undefined })}
          >
            {isActive ? props.active : <CellContent {...props} field={field} />}
          </td>
        )
      })}
      {props.tools !== undefined && <td className="cell-tools">{props.tools}</td>}
    </tr>
  )
})

function CellContent({ field, line, how, isRead }: GridRowProps & { field: FieldMeta }) {
  const isLink = isRead && isOneRecord(field) && !isEmpty(line[field.name])
  return isLink ? <Cell field={field} row={line} refs={how.refs} /> : shownText(field, line, how)
}

interface Marks {
  isActive: boolean
  isSelected: boolean
  isWrong: boolean
}

function classOf(field: FieldMeta, { isActive, isSelected, isWrong }: Marks): string {
  return [
    'cell',
    isNumber(field) ? 'is-number' : '',
    isWritable(field) ? '' : 'is-fixed',
    isActive ? 'is-active' : '',
    isSelected ? 'is-selected' : '',
    isWrong ? 'is-wrong' : '',
  ]
    .filter(Boolean)
    .join(' ')
}
