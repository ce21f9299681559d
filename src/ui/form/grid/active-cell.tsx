/** The cell under the cursor: it always holds a focused input, for input methods to compose in. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useCellOffers } from './cell-offers.ts'
import { CellCalendar } from './cell-calendar.tsx'
import { CellList } from './cell-list.tsx'
import type { Line } from './grid-lines.ts'
import type { Key } from './grid-press.ts'
import { editedText, shownText } from './grid-text.ts'
import type { Grid } from './use-grid.ts'

interface ActiveCellProps {
  grid: Grid
  field: FieldMeta
  line: Line
  /** Id of the message about this cell, if there is one. */
  message: string | undefined
}

export function ActiveCell({ grid, field, line, message }: ActiveCellProps) {
  const id = useId()
  const [input, hold] = useState<HTMLInputElement | null>(null)
  const { state, shape } = grid
  const column = shape.columns[state.at.column]
  const isOpen = state.mode !== 'rest'
  const isFixed = shape.frozen || (column?.readOnly ?? true) || column?.entry === 'sheet'
  const hasList = isOpen && column?.entry === 'pick'
  const list = useMarkedOffers(grid, field, line, hasList)
  useFocus(grid, input)
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, every key is its own.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (hasList && list.takes(event)) return
    answer(grid, event, input)
  }
  return (
    <>
      {!isOpen && <span className="cell-text">{shownText(field, line, grid.how)}</span>}
      <input
        ref={hold}
        className={isOpen ? 'cell-input is-open' : 'cell-input'}
        aria-label={useSpokenName(grid, field, line)}
        aria-invalid={message !== undefined}
        aria-describedby={message}
        {...(hasList && {
          role: 'combobox',
          'aria-expanded': list.offers.length > 0,
        })}
        {...(hasList &&
          list.offers.length > 0 && {
            'aria-controls': id,
            'aria-activedescendant': `${id}-${list.marked}`,
          })}
        autoComplete="off"
        spellCheck={false}
        readOnly={isFixed || column?.entry === 'toggle'}
        value={isOpen ? state.draft : ''}
        onChange={(event) => grid.type(event.target.value)}
        onCompositionStart={() => !isOpen && grid.type('')}
        onKeyDown={onKeyDown}
      />
      {hasList && (
        <CellList
          {...list}
          id={id}
          anchor={input}
          onMark={list.mark}
          onChoose={(option) => grid.choose(option)}
        />
      )}
      {state.mode === 'caret' && field.kind === 'date' && <CellCalendar grid={grid} line={line} />}
    </>
  )
}

/** The label is read with the line's number and, at rest, with what stands in the cell. */
function useSpokenName(grid: Grid, field: FieldMeta, line: Line): string {
  const t = useT()
  const name = t('{field}, line {line}', { field: field.label, line: grid.state.at.row + 1 })
  const text = grid.state.mode === 'rest' ? shownText(field, line, grid.how) : ''
  return text ? `${name}: ${text}` : name
}

/** After every step of the cursor the input of its cell has the focus. */
function useFocus(grid: Grid, input: HTMLInputElement | null): void {
  const { at, mode } = grid.state
  const place = `${at.row} ${at.column} ${mode}`
  const last = useRef('')
  useLayoutEffect(() => {
    if (!input || !grid.focus.isInside) return
    if (last.current === place && document.activeElement === input) return
    last.current = place
    input.focus({ preventScroll: true })
    input.closest('td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    if (mode === 'caret') input.setSelectionRange(input.value.length, input.value.length)
  })
}

/** The offers of the list and the one that Enter takes. */
function useMarkedOffers(grid: Grid, field: FieldMeta, line: Line, open: boolean) {
  const { draft } = grid.state
  // Opened with its present content, the list shows everything until something is typed.
  const isUntouched = draft === editedText(field, line, grid.how)
  const found = useCellOffers(field, isUntouched ? '' : draft, open)
  const [marked, mark] = useState(0)
  const at = Math.min(marked, Math.max(0, found.offers.length - 1))
  const takes = (event: KeyboardEvent): boolean => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) {
      event.preventDefault()
      mark(Math.max(0, Math.min(at + by, found.offers.length - 1)))
      return true
    }
    const option = found.offers[at]
    const isChosen = event.key === 'Enter' || event.key === 'Tab'
    const isSettled = !found.isAsking && draft !== '' && (!isUntouched || at > 0)
    if (!isChosen || !option || !isSettled) return false
    event.preventDefault()
    grid.choose(option, keyOf(event))
    return true
  }
  return { ...found, marked: at, mark, takes }
}

function answer(grid: Grid, event: KeyboardEvent, input: HTMLInputElement | null): void {
  const pressed = grid.press(keyOf(event))
  const commits = pressed.wishes.length > 0
  if (pressed.taken) event.preventDefault()
  if (pressed.taken || commits) grid.run(pressed)
  if (pressed.taken && pressed.state.mode === 'rest') input?.setSelectionRange(0, 0)
}

export function keyOf(event: KeyboardEvent): Key {
  const { key, altKey: alt, shiftKey: shift } = event
  return { key, alt, shift, command: event.ctrlKey || event.metaKey }
}
