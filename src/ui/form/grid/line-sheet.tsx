/** All fields of a line in a sheet: on a phone the way to edit, on a desk for what has no cell. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { newKey } from '#ui/base/key.ts'
import { useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { FieldInput } from '#ui/field/input.tsx'
import { isWritable } from '#ui/field/value/field-facts.ts'
import type { PickOption } from '#ui/field/value/pick.ts'
import { IconChevronLeft, IconChevronRight, IconTrash } from '@tabler/icons-react'
import { Button, Drawer } from 'antd'
import { useId } from 'react'
import { FieldView } from '../field-view.tsx'
import { titleOf } from '../titles.ts'
import { duplicateLine, withValue } from './grid-lines.ts'
import type { Line } from './grid-lines.ts'
import { withPicked } from './look-up.ts'
import type { RowMessages } from './row-messages.ts'
import type { Grid } from './use-grid.ts'
import './line-sheet.css'

export function LineSheet({ grid, messages }: { grid: Grid; messages: RowMessages }) {
  const t = useT()
  const phone = usePhone()
  const { sheet, lines, props } = grid
  const line = sheet === null ? undefined : lines[sheet]
  if (sheet === null || !line) return null
  return (
    <Drawer
      open
      title={t('Line {line} of {count}', { line: sheet + 1, count: lines.length })}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '86%' : 420}
      onClose={() => grid.openSheet(null)}
      extra={<Steps grid={grid} row={sheet} />}
      footer={<SheetButtons grid={grid} row={sheet} />}
    >
      <div className="sheet-fields">
        {shownFields(grid).map((field) => (
          <SheetField
            key={`${line.$key} ${field.name}`}
            grid={grid}
            row={sheet}
            field={field}
            line={{ ...line, ...props.computed?.[sheet] }}
            error={messages[sheet]?.[field.name]}
          />
        ))}
      </div>
    </Drawer>
  )
}

/** The columns first, in their order, then what the grid does not show. */
function shownFields({ columns, props }: Grid): FieldMeta[] {
  const rest = props.entity.fields.filter((field) => {
    return !columns.includes(field) && isWritable(field) && field.kind !== 'lines'
  })
  return [...columns, ...rest]
}

interface SheetFieldProps {
  grid: Grid
  row: number
  field: FieldMeta
  line: Line
  error: string | undefined
}

function SheetField({ grid, row, field, line, error }: SheetFieldProps) {
  const id = useId()
  const { props, lines } = grid
  if (props.readOnly || !isWritable(field)) {
    return <FieldView field={field} row={line} refs={props.refs} />
  }
  const put = (next: (now: Line) => Line) => {
    const now = lines[row]
    if (now) grid.change(lines.with(row, next(now)))
  }
  const pick = (option: PickOption) => {
    props.onLearn(titleOf(field, option))
    put((now) => withPicked(now, field, option, props.entity.fields))
  }
  const isRecord = field.target !== undefined && field.kind !== 'refs'
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {field.label}
        {field.required && (
          <span className="field-required" aria-hidden>
            {' *'}
          </span>
        )}
      </label>
      <FieldInput
        id={id}
        field={field}
        row={{ ...line, ...(field.currency && { [field.currency]: props.currency }) }}
        value={line.$text?.[field.name] ?? line[field.name]}
        refs={props.refs}
        error={error}
        onPick={pick}
        onChange={(value) => {
          if (!isRecord || value === null) put((now) => withValue(now, field.name, value))
        }}
      />
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}

function Steps({ grid, row }: { grid: Grid; row: number }) {
  const t = useT()
  return (
    <div className="row">
      <Button
        type="text"
        aria-label={t('Previous line')}
        disabled={row === 0}
        icon={<IconChevronLeft size={18} aria-hidden />}
        onClick={() => grid.openSheet(row - 1)}
      />
      <Button
        type="text"
        aria-label={t('Next line')}
        disabled={row >= grid.lines.length - 1}
        icon={<IconChevronRight size={18} aria-hidden />}
        onClick={() => grid.openSheet(row + 1)}
      />
    </div>
  )
}

function SheetButtons({ grid, row }: { grid: Grid; row: number }) {
  const t = useT()
  const range = { top: row, bottom: row, left: 0, right: 0 }
  const close = () => grid.openSheet(null)
  if (grid.props.readOnly) return <Button onClick={close}>{t('Close')}</Button>
  return (
    <div className="row">
      <Button
        danger
        icon={<IconTrash size={16} aria-hidden />}
        onClick={() => {
          grid.wish({ wish: 'remove-lines', range })
          close()
        }}
      >
        {t('Remove')}
      </Button>
      <Button
        onClick={() => {
          grid.change(duplicateLine(grid.lines, row, newKey))
          grid.openSheet(row + 1)
        }}
      >
        {t('Duplicate')}
      </Button>
      <span className="grow" />
      <Button type="primary" onClick={close}>
        {t('Done')}
      </Button>
    </div>
  )
}
