/** What keys, mouse and clipboard do to a line grid. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { keepRecentPick } from '#ui/field/input/use-pick.ts'
import { isOneRecord } from '#ui/field/value/field-facts.ts'
import type { PickOption } from '#ui/field/value/pick.ts'
import { titleOf } from '../titles.ts'
import { applyWish } from './grid-apply.ts'
import type { Applying } from './grid-apply.ts'
import { press } from './grid-keys.ts'
import { withValue } from './grid-lines.ts'
import type { Line } from './grid-lines.ts'
import { copyCells, pasteCells } from './grid-paste.ts'
import { took } from './grid-press.ts'
import type { Key, Pressed } from './grid-press.ts'
import type { LineGridProps } from './grid-props.ts'
import { opened, rangeOf, standAt, typed } from './grid-state.ts'
import type { GridShape, GridState, Place, Range, Wish } from './grid-state.ts'
import { editedText } from './grid-text.ts'
import type { GridReader } from './grid-text.ts'
import { withPicked } from './look-up.ts'
import { readTable, writeTable } from './tsv.ts'

export interface GridCore {
  props: LineGridProps
  lines: Line[]
  columns: readonly FieldMeta[]
  shape: GridShape
  how: GridReader
  state: GridState
  applying: Applying
  user: string
  phone: boolean
  /** Line that is open in the sheet. */
  sheet: number | null
  /** Whether the keyboard is in the grid; read outside of drawing only. */
  focus: { isInside: boolean }
  /** A grid that is only read shows no cursor before somebody walks into it. */
  hasCursor: boolean
  showCursor: () => void
  hold: (state: GridState) => void
  openSheet: (row: number | null) => void
  change: (lines: Line[]) => void
  step: (by: 'undo' | 'redo') => void
}

export function actionsOf(core: GridCore) {
  const { state, lines } = core
  return {
    run: (pressed: Pressed) => run(core, pressed),
    press: (key: Key) => press(state, key, core.shape),
    type: (text: string) => core.hold(typed(state, text)),
    wish: (wanted: Wish) => run(core, took(standAt(state.at), ...pending(state), wanted)),
    /** Puts the cursor elsewhere; what is typed is kept. */
    moveTo: (at: Place, extend = false) => {
      const next = extend ? { ...standAt(at), anchor: state.anchor } : standAt(at)
      run(core, took(next, ...pending(state)))
    },
    selectLine: (row: number) => {
      const anchor = { row, column: core.columns.length - 1 }
      run(core, took({ ...standAt({ row, column: 0 }), anchor }, ...pending(state)))
    },
    choose: (option: PickOption, key?: Key) => choose(core, option, key),
    paste: (text: string, at: Range = rangeOf(state)) => {
      const cells = readTable(text)
      core.change(pasteCells(lines, at, { cells, ...core.applying }))
    },
    copy: () => writeTable(copyCells(lines, rangeOf(state), core.columns, textIn(core))),
    leave: () => {
      core.focus.isInside = false
      core.hold(standAt(state.at))
      core.change(applied(core, lines, pending(state)))
    },
  }
}

function textIn({ how }: GridCore) {
  return (field: FieldMeta, line: Line) => editedText(field, line, how)
}

/** What is being typed, to be kept when the cursor leaves. */
function pending(state: GridState): Wish[] {
  if (state.mode === 'rest') return []
  return [{ wish: 'commit', at: state.at, text: state.draft }]
}

function applied({ applying }: GridCore, lines: Line[], wishes: readonly Wish[]): Line[] {
  return wishes.reduce((now, wish) => applyWish(now, wish, applying), lines)
}

function run(core: GridCore, { state, wishes }: Pressed): void {
  core.focus.isInside = true
  core.showCursor()
  const changed = applied(core, core.lines, wishes)
  for (const wish of wishes) {
    if (wish.wish === 'open-sheet') core.openSheet(wish.row)
    if (wish.wish === 'undo' || wish.wish === 'redo') core.step(wish.wish)
  }
  core.hold(wishes.reduce((next, wish) => openedBy(core, wish, next, changed), state))
  core.change(changed)
}

function openedBy(core: GridCore, wish: Wish, state: GridState, lines: Line[]): GridState {
  if (wish.wish !== 'edit' && wish.wish !== 'open-list') return state
  const field = core.columns[wish.at.column]
  const line = lines[wish.at.row]
  return field && line ? opened(state, editedText(field, line, core.how)) : state
}

/** Takes an offered record or option; the key that chose it then moves the cursor on. */
function choose(core: GridCore, option: PickOption, key: Key | undefined): void {
  const { state, lines, columns, props } = core
  const field = columns[state.at.column]
  const line = lines[state.at.row]
  if (!field || !line) return
  if (isOneRecord(field)) {
    props.onLearn(titleOf(field, option))
    keepRecentPick(core.user, field.target ?? '', option.id)
  }
  const chosen = isOneRecord(field)
    ? withPicked(line, field, option, props.entity.fields)
    : withValue(line, field.name, option.id)
  const rest = standAt(state.at)
  const after = key ? press(rest, key, { ...core.shape, lastIsBlank: false }) : took(rest)
  core.hold(after.state)
  core.change(applied(core, lines.with(state.at.row, chosen), after.wishes))
}
