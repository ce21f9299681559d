/** Does to the lines what a key asked for. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import * as grid from './grid-lines.ts'
import type { Line, LineMaker } from './grid-lines.ts'
import type { Place, Wish } from './grid-state.ts'

export interface Applying {
  columns: readonly FieldMeta[]
  maker: LineMaker
  today: string
}

/** The changed lines; the same array where the wish changes none. */
export function applyWish(lines: Line[], wish: Wish, how: Applying): Line[] {
  switch (wish.wish) {
    case 'commit':
      return commit(lines, wish.at, wish.text, how)
    case 'toggle':
      return toggle(lines, wish.at, how.columns)
    case 'add-line':
      return [...lines, grid.newLine(how.maker)]
    case 'clear':
      return grid.clearRange(lines, wish.range, how.columns)
    case 'fill-down':
      return grid.fillDown(lines, wish.range, how.columns)
    case 'remove-lines':
      return grid.removeLines(lines, wish.range)
    case 'move-lines':
      return grid.moveLines(lines, wish.range, wish.by)
    default:
      return lines
  }
}

function commit(lines: Line[], at: Place, text: string, how: Applying): Line[] {
  const field = how.columns[at.column]
  const line = lines[at.row]
  if (!field || !line) return lines
  return lines.with(at.row, grid.withTyped(line, field, text, how.today))
}

function toggle(lines: Line[], at: Place, columns: readonly FieldMeta[]): Line[] {
  const field = columns[at.column]
  const line = lines[at.row]
  if (!field || !line) return lines
  return lines.with(at.row, grid.withValue(line, field.name, line[field.name] !== true))
}
