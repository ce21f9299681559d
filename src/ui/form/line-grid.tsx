/** The lines of a document: a spreadsheet on a desk, cards on a phone. */
import { newKey } from '#ui/base/key.ts'
import { useT } from '#ui/base/house.tsx'
import { useKeySheet } from '#ui/base/keys.tsx'
import { usePhone } from '#ui/base/media.ts'
import { IconClipboard, IconPlus } from '@tabler/icons-react'
import { Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { gridKeyLines } from './grid/grid-key-lines.ts'
import { isBlank, newLine } from './grid/grid-lines.ts'
import type { LineGridProps } from './grid/grid-props.ts'
import { standAt } from './grid/grid-state.ts'
import { GridTable } from './grid/grid-table.tsx'
import { LineCards } from './grid/line-cards.tsx'
import { LineSheet } from './grid/line-sheet.tsx'
import { PasteDialog } from './grid/paste-dialog.tsx'
import { flatMessages, rowMessages } from './grid/row-messages.ts'
import type { RowMessages } from './grid/row-messages.ts'
import { useGrid } from './grid/use-grid.ts'
import type { Grid } from './grid/use-grid.ts'
import './grid/grid.css'

/** `<LineGrid entity rows onChange currency readOnly errors />` */
export function LineGrid(props: LineGridProps) {
  const t = useT()
  const phone = usePhone()
  const grid = useGrid(props)
  const { failed, lines } = grid
  const { errors, entity } = props
  const messages = useMemo(
    () => rowMessages(lines, entity.fields, { errors, failed }, t),
    [lines, entity, errors, failed, t],
  )
  useFirstLine(grid, phone)
  useKeySheet(props.label, phone || props.readOnly ? [] : gridKeyLines(t))
  return (
    <>
      {!props.isBare && <GridBar grid={grid} />}
      {phone ? (
        <LineCards grid={grid} messages={messages} />
      ) : (
        <GridTable grid={grid} messages={messages} />
      )}
      <Faults grid={grid} messages={messages} />
      <LineSheet grid={grid} messages={messages} />
    </>
  )
}

/** A grid to fill in begins with an empty line; cards do not need one. */
function useFirstLine({ lines, props }: Grid, phone: boolean): void {
  const isEmpty = lines.length === 0 && !props.readOnly && !phone
  const { onChange, entity } = props
  useEffect(() => {
    if (isEmpty) onChange([newLine({ fields: entity.fields, newKey })])
  }, [isEmpty, onChange, entity])
}

function GridBar({ grid }: { grid: Grid }) {
  const t = useT()
  const [isPasting, paste] = useState(false)
  const { lines, props, columns } = grid
  const filled = lines.filter((line) => !isBlank(line, props.entity.fields)).length
  return (
    <header className="panel-head grid-bar">
      <h2 className="grow">
        {props.label} <span className="grid-count">{filled}</span>
      </h2>
      {!props.readOnly && (
        <>
          {!grid.phone && (
            <Button icon={<IconClipboard size={16} aria-hidden />} onClick={() => paste(true)}>
              {t('Paste from Excel')}
            </Button>
          )}
          <Button icon={<IconPlus size={16} aria-hidden />} onClick={() => addLine(grid)}>
            {t('Add line')}
          </Button>
        </>
      )}
      {isPasting && (
        <PasteDialog
          columns={columns.map(({ label }) => label)}
          onClose={() => paste(false)}
          onPaste={(text) => pasteBelow(grid, text)}
        />
      )}
    </header>
  )
}

/** The last line where it is still blank, else a new one. */
function addLine(grid: Grid): void {
  const { lines, shape } = grid
  const row = shape.lastIsBlank ? lines.length - 1 : lines.length
  const state = standAt({ row, column: 0 })
  grid.run({ state, wishes: shape.lastIsBlank ? [] : [{ wish: 'add-line' }], taken: true })
  if (grid.phone) grid.openSheet(row)
}

function pasteBelow(grid: Grid, text: string): void {
  const { lines, shape, columns } = grid
  const top = shape.lastIsBlank ? lines.length - 1 : lines.length
  grid.paste(text, { top, bottom: top, left: 0, right: columns.length - 1 })
}

const SHOWN = 4

/** Faults in words below the grid; each leads to its cell. */
function Faults({ grid, messages }: { grid: Grid; messages: RowMessages }) {
  const t = useT()
  const faults = flatMessages(messages)
  const { error } = grid.props
  if (faults.length === 0 && !error) return null
  const columnOf = (name: string) => grid.columns.findIndex((field) => field.name === name)
  return (
    <ul className="grid-faults" role="alert">
      {error && <li>{error}</li>}
      {faults.slice(0, SHOWN).map(({ row, field, text }) => (
        <li key={`${row} ${field}`}>
          <button
            type="button"
            className="plain"
            onClick={() => grid.moveTo({ row, column: Math.max(0, columnOf(field)) })}
          >
            {t('Line {line}, {field}: {message}', {
              line: row + 1,
              field: grid.props.entity.fields.find(({ name }) => name === field)?.label ?? field,
              message: text,
            })}
          </button>
        </li>
      ))}
      {faults.length > SHOWN && <li>{t('and {count} more', { count: faults.length - SHOWN })}</li>}
    </ul>
  )
}
