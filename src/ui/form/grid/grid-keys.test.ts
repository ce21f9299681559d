/** The keyboard of the line grid: what a spreadsheet user expects, key by key. */
import { describe, expect, test } from 'vitest'
import { press } from './grid-keys.ts'
import type { Key } from './grid-press.ts'
import { opened, standAt, typed } from './grid-state.ts'
import type { GridShape, GridState } from './grid-state.ts'

/** product | amount (computed) | quantity | note sheet | done switch, three lines. */
const shape: GridShape = {
  rows: 3,
  columns: [
    { readOnly: false, entry: 'pick' },
    { readOnly: true, entry: 'text' },
    { readOnly: false, entry: 'text' },
    { readOnly: false, entry: 'sheet' },
    { readOnly: false, entry: 'toggle' },
  ],
  frozen: false,
  lastIsBlank: false,
}

function on(row: number, column: number): GridState {
  return standAt({ row, column })
}

function hit(state: GridState, name: string, more: Partial<Key> = {}, grid = shape) {
  return press(state, { key: name, command: false, shift: false, alt: false, ...more }, grid)
}

describe('a resting cell', () => {
  test('Enter goes down and begins a line below the last', () => {
    expect(hit(on(0, 2), 'Enter').state.at).toEqual({ row: 1, column: 2 })
    expect(hit(on(1, 2), 'Enter', { shift: true }).state.at).toEqual({ row: 0, column: 2 })
    const below = hit(on(2, 2), 'Enter')
    expect(below.state.at).toEqual({ row: 3, column: 2 })
    expect(below.wishes).toEqual([{ wish: 'add-line' }])
  })

  test('Tab passes over what is computed and adds a line at the end', () => {
    expect(hit(on(0, 0), 'Tab').state.at).toEqual({ row: 0, column: 2 })
    expect(hit(on(1, 0), 'Tab', { shift: true }).state.at).toEqual({ row: 0, column: 4 })
    const end = hit(on(2, 4), 'Tab')
    expect(end.wishes).toEqual([{ wish: 'add-line' }])
    expect(end.state.at).toEqual({ row: 3, column: 0 })
  })

  test('Tab leaves the grid behind a blank line, and before the first cell', () => {
    const blank = { ...shape, lastIsBlank: true }
    expect(hit(on(2, 4), 'Tab', {}, blank).taken).toBe(false)
    expect(hit(on(0, 0), 'Tab', { shift: true }).taken).toBe(false)
    expect(hit(on(2, 2), 'Enter', {}, blank).wishes).toEqual([])
  })

  test('arrows stop at the edges, command strides, shift selects', () => {
    expect(hit(on(0, 0), 'ArrowUp').state.at).toEqual({ row: 0, column: 0 })
    expect(hit(on(0, 1), 'ArrowDown', { command: true }).state.at).toEqual({ row: 2, column: 1 })
    expect(hit(on(1, 3), 'Home', { command: true }).state.at).toEqual({ row: 0, column: 0 })
    const wide = hit(hit(on(0, 0), 'ArrowDown', { shift: true }).state, 'ArrowRight', {
      shift: true,
    })
    expect(wide.state.anchor).toEqual({ row: 0, column: 0 })
    expect(wide.state.at).toEqual({ row: 1, column: 1 })
    expect(hit(wide.state, 'Delete').wishes).toEqual([
      { wish: 'clear', range: { top: 0, bottom: 1, left: 0, right: 1 } },
    ])
  })

  test('F2 opens, space switches, a sheet column opens its sheet', () => {
    expect(hit(on(0, 2), 'F2').wishes).toEqual([{ wish: 'edit', at: { row: 0, column: 2 } }])
    expect(hit(on(0, 1), 'F2').taken).toBe(false)
    expect(hit(on(0, 4), ' ').wishes[0]).toMatchObject({ wish: 'toggle' })
    expect(hit(on(0, 3), 'Enter').wishes).toEqual([{ wish: 'open-sheet', row: 0 }])
    expect(hit(on(0, 0), 'ArrowDown', { alt: true }).wishes[0]).toMatchObject({ wish: 'open-list' })
  })

  test('lines are filled down, moved, removed and restored', () => {
    const range = { top: 1, bottom: 1, left: 2, right: 2 }
    expect(hit(on(1, 2), 'd', { command: true }).wishes).toEqual([{ wish: 'fill-down', range }])
    const moved = hit(on(1, 2), 'ArrowDown', { alt: true, shift: true })
    expect(moved.wishes).toEqual([{ wish: 'move-lines', range, by: 1 }])
    expect(moved.state.at.row).toBe(2)
    const atEnd = hit(on(2, 2), 'ArrowDown', { alt: true, shift: true })
    expect(atEnd).toMatchObject({ taken: true, wishes: [] })
    expect(hit(on(1, 2), 'Delete', { command: true }).wishes).toEqual([
      { wish: 'remove-lines', range },
    ])
    expect(hit(on(1, 2), 'z', { command: true }).wishes).toEqual([{ wish: 'undo' }])
    expect(hit(on(1, 2), 'Z', { command: true, shift: true }).wishes).toEqual([{ wish: 'redo' }])
  })

  test('letters and copying stay with the browser, so that an input method may compose', () => {
    expect(hit(on(0, 0), 'a').taken).toBe(false)
    expect(hit(on(0, 0), 'c', { command: true }).taken).toBe(false)
  })
})

describe('an open cell', () => {
  const quantity = typed(on(2, 2), '12')

  test('Enter and Tab keep what was typed', () => {
    const commit = { wish: 'commit', at: { row: 2, column: 2 }, text: '12' }
    expect(hit(quantity, 'Enter').wishes).toEqual([commit, { wish: 'add-line' }])
    expect(hit(quantity, 'Tab').wishes).toEqual([commit])
    expect(hit(quantity, 'Tab').state).toEqual(on(2, 3))
  })

  test('a typed line is not blank any more: Enter goes on to a new one', () => {
    const blank = { ...shape, lastIsBlank: true }
    expect(hit(quantity, 'Enter', {}, blank).wishes).toHaveLength(2)
    expect(hit(typed(on(2, 4), 'x'), 'Tab', {}, blank).state.at).toEqual({ row: 3, column: 0 })
  })

  test('Escape forgets it, arrows keep it after typing but move inside after F2', () => {
    expect(hit(quantity, 'Escape')).toMatchObject({ wishes: [], state: { mode: 'rest' } })
    expect(hit(quantity, 'ArrowLeft').wishes).toHaveLength(1)
    const caret = opened(on(0, 2), '12')
    expect(hit(caret, 'ArrowLeft').taken).toBe(false)
    expect(hit(caret, 'ArrowDown').wishes).toHaveLength(1)
    expect(hit(quantity, 'Home').taken).toBe(false)
  })
})

test('a frozen grid can be walked and selected, not changed', () => {
  const frozen = { ...shape, frozen: true }
  expect(hit(on(0, 0), 'Tab', {}, frozen).state.at).toEqual({ row: 0, column: 1 })
  expect(hit(on(2, 4), 'Tab', {}, frozen).taken).toBe(false)
  expect(hit(on(2, 4), 'Enter', {}, frozen).wishes).toEqual([])
  expect(hit(on(0, 0), 'Delete', {}, frozen).taken).toBe(false)
  expect(hit(on(0, 0), 'a', { command: true }, frozen).state.at).toEqual({ row: 2, column: 4 })
})
