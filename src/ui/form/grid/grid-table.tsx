/** The line grid on a desk: a table that is walked and filled like a spreadsheet. */
import { useT } from '#ui/base/house.tsx'
import { isNumber, isWritable } from '#ui/field/value/field-facts.ts'
import { useId, useMemo, type ClipboardEvent, type FocusEvent, type MouseEvent } from 'react'
import { ActiveCell } from './active-cell.tsx'
import { rangeOf } from './grid-state.ts'
import type { Place } from './grid-state.ts'
import { GridRow } from './grid-row.tsx'
import { widthsOf } from './grid-widths.ts'
import { LineMenu } from './line-menu.tsx'
import type { RowMessages } from './row-messages.ts'
import type { Grid } from './use-grid.ts'
import './grid.css'

const NO_MESSAGES = {}

export function GridTable({ grid, messages }: { grid: Grid; messages: RowMessages }) {
  const messageId = useId()
  const { columns, lines, state, props } = grid
  const range = rangeOf(state)
  const widths = useWidths(grid)
  return (
    <div className="grid-scroll" {...handlers(grid)} {...entrance(grid)}>
      <table
        className="line-grid"
        role="grid"
        aria-label={props.label}
        aria-rowcount={lines.length + 1}
        aria-multiselectable
        aria-readonly={props.readOnly}
        style={{ minWidth: widths.reduce((sum, width) => sum + width, props.readOnly ? 38 : 74) }}
      >
        <Columns grid={grid} widths={widths} />
        <tbody>
          {lines.map((line, row) => {
            const isActiveRow = grid.hasCursor && row === state.at.row
            const inRange = grid.hasCursor && row >= range.top && row <= range.bottom
            const field = isActiveRow ? columns[state.at.column] : undefined
            const full = withFigures(line, props.computed?.[row])
            const rowMessages = messages[row] ?? NO_MESSAGES
            const hasMessage = field && field.name in rowMessages
            return (
              <GridRow
                key={line.$key}
                row={row}
                line={full}
                columns={columns}
                how={grid.how}
                errors={rowMessages}
                left={inRange ? range.left : -1}
                right={inRange ? range.right : -1}
                activeColumn={isActiveRow ? state.at.column : -1}
                active={
                  field && (
                    <ActiveCell
                      grid={grid}
                      field={field}
                      line={full}
                      message={hasMessage ? messageId : undefined}
                    />
                  )
                }
                tools={toolsOf(grid, row)}
                isRead={props.readOnly}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** The keyboard walks into a grid without a cursor by its frame. */
function entrance(grid: Grid) {
  if (grid.hasCursor) return {}
  const onFocus = (event: FocusEvent) => {
    if (event.target === event.currentTarget) grid.moveTo(grid.state.at)
  }
  return { tabIndex: 0, onFocus }
}

function useWidths({ columns, lines, how, props }: Grid): number[] {
  const { computed, readOnly } = props
  return useMemo(() => {
    const full = lines.map((line, row) => withFigures(line, computed?.[row]))
    return widthsOf(columns, full, how, readOnly)
  }, [columns, lines, how, computed, readOnly])
}

function toolsOf(grid: Grid, row: number) {
  if (grid.props.readOnly) return undefined
  return row === grid.state.at.row ? <LineMenu grid={grid} row={row} /> : null
}

/** One object per line and figures, so that unchanged lines are not drawn again. */
const joinedLines = new WeakMap<object, { figures: unknown; joined: Grid['lines'][number] }>()

function withFigures(line: Grid['lines'][number], figures: Record<string, unknown> | undefined) {
  if (!figures) return line
  const known = joinedLines.get(line)
  const text = JSON.stringify(figures)
  if (known && known.figures === text) return known.joined
  const joined = { ...line, ...figures }
  joinedLines.set(line, { figures: text, joined })
  return joined
}

function Columns({ grid, widths }: { grid: Grid; widths: readonly number[] }) {
  const t = useT()
  return (
    <>
      <colgroup>
        <col style={{ width: 38 }} />
        {grid.columns.map((field, index) => (
          // The first column takes what is left over.
          <col key={field.name} {...(index > 0 && { style: { width: widths[index] } })} />
        ))}
        {!grid.props.readOnly && <col style={{ width: 36 }} />}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className="cell-number">
            <span aria-hidden>#</span>
            <span className="unseen">{t('Line')}</span>
          </th>
          {grid.columns.map((field) => (
            <th key={field.name} scope="col" className={isNumber(field) ? 'is-number' : undefined}>
              {field.label}
              {field.required && isWritable(field) && !grid.props.readOnly && (
                <span className="field-required"> *</span>
              )}
            </th>
          ))}
          {!grid.props.readOnly && (
            <th scope="col">
              <span className="unseen">{t('Line menu')}</span>
            </th>
          )}
        </tr>
      </thead>
    </>
  )
}

function handlers(grid: Grid) {
  return {
    onMouseDown: (event: MouseEvent) => point(grid, event),
    onMouseOver: (event: MouseEvent) => drag(grid, event),
    onDoubleClick: (event: MouseEvent) => doubleClick(grid, event),
    onCopy: (event: ClipboardEvent) => copy(grid, event),
    onCut: (event: ClipboardEvent) => {
      if (copy(grid, event)) grid.wish({ wish: 'clear', range: rangeOf(grid.state) })
    },
    onPaste: (event: ClipboardEvent) => paste(grid, event),
    onFocus: () => {
      grid.focus.isInside = true
    },
    onBlur: (event: FocusEvent) => {
      const goesOut = !event.currentTarget.contains(event.relatedTarget)
      if (goesOut) grid.leave()
    },
  }
}

function placeOf(event: MouseEvent): Place | null {
  const cell = event.target instanceof Element ? event.target.closest('td,th') : null
  const row = cell?.closest('tr')?.getAttribute('data-row')
  if (!cell || row === null || row === undefined) return null
  const column = cell.getAttribute('data-column')
  return { row: Number(row), column: column === null ? -1 : Number(column) }
}

function point(grid: Grid, event: MouseEvent): void {
  const at = placeOf(event)
  if (!at || event.button !== 0) return
  const isOther = event.target instanceof Element && event.target.closest('.cell-tools,a')
  if (isOther) return
  const { at: active, mode } = grid.state
  const isSame = at.row === active.row && at.column === active.column
  if (isSame && mode !== 'rest') return
  event.preventDefault()
  if (at.column >= 0) grid.moveTo(at, event.shiftKey)
  else grid.selectLine(at.row)
}

function drag(grid: Grid, event: MouseEvent): void {
  const at = event.buttons === 1 ? placeOf(event) : null
  if (!at || at.column < 0 || grid.state.mode !== 'rest') return
  const isSame = at.row === grid.state.at.row && at.column === grid.state.at.column
  if (!isSame) grid.moveTo(at, true)
}

function doubleClick(grid: Grid, event: MouseEvent): void {
  const at = placeOf(event)
  if (!at || at.column < 0 || grid.state.mode !== 'rest') return
  const key = { key: 'F2', command: false, shift: false, alt: false }
  grid.run(grid.press(key))
}

function copy(grid: Grid, event: ClipboardEvent): boolean {
  if (grid.state.mode !== 'rest') return false
  event.preventDefault()
  event.clipboardData.setData('text/plain', grid.copy())
  return true
}

function paste(grid: Grid, event: ClipboardEvent): void {
  const text = event.clipboardData.getData('text/plain')
  const isBlock = /[\t\n]/.test(text.trim())
  if (text === '' || grid.props.readOnly || (grid.state.mode !== 'rest' && !isBlock)) return
  event.preventDefault()
  grid.paste(text)
}
