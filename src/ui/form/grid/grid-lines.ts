/** The lines of a document as a screen holds them, and the changes that people make to them. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { isEmpty, isWritable } from '#ui/field/value/field-facts.ts'
import { readText } from '#ui/field/value/read-text.ts'
import type { Range } from './grid-state.ts'

/**
 * One line being edited. Names with `$` belong to the screen and are never sent: `$key` tells lines
 * apart, `$text` keeps what was typed into a field and is no value yet (a name to look up, a typo).
 */
export type Line = Record<string, unknown> & { $key: string; $text?: Record<string, string> }

export interface LineMaker {
  fields: readonly FieldMeta[]
  newKey: () => string
}

/** A new line with the values that its fields start with. */
export function newLine({ fields, newKey }: LineMaker): Line {
  const line: Line = { $key: newKey() }
  for (const field of fields.filter(isWritable)) {
    if (field.initial !== undefined) line[field.name] = field.initial
  }
  return line
}

/** Lines as the server sends them, each with a key for the screen. */
export function keyed(rows: readonly Record<string, unknown>[], newKey: () => string): Line[] {
  return rows.map((row) => {
    const key = typeof row['$key'] === 'string' ? row['$key'] : undefined
    return { ...row, $key: key ?? (typeof row['id'] === 'string' ? row['id'] : newKey()) }
  })
}

/** Nothing was entered beyond what every new line starts with. */
export function isBlank(line: Line, fields: readonly FieldMeta[]): boolean {
  if (line.$text || line['id'] !== undefined) return false
  return fields.filter(isWritable).every((field) => {
    const value = line[field.name]
    return isEmpty(value) || value === false || value === field.initial
  })
}

/** A value in place; what was typed there before is settled. */
export function withValue(line: Line, field: string, value: unknown): Line {
  return settled({ ...line, [field]: value }, field)
}

/** Text that is no value yet stays visible in its cell. */
export function withText(line: Line, field: string, text: string): Line {
  return { ...line, [field]: null, $text: { ...line.$text, [field]: text } }
}

function settled(line: Line, field: string): Line {
  if (line.$text?.[field] === undefined) return line
  const { [field]: _gone, ...rest } = line.$text
  const { $text: _texts, ...bare } = line
  return Object.keys(rest).length > 0 ? { ...bare, $text: rest } : bare
}

/** What a typed text makes of a cell; a name to look up empties what the picked record fills. */
export function withTyped(line: Line, field: FieldMeta, text: string, today: string): Line {
  const reading = readText(field, text, today)
  if ('value' in reading) return withValue(line, field.name, reading.value)
  const kept = withText(line, field.name, text.trim())
  return 'lookUp' in reading ? emptied(kept, Object.keys(field.fills ?? {})) : kept
}

function emptied(line: Line, names: readonly string[]): Line {
  return names.reduce((next, name) => withValue(next, name, null), line)
}

/** Every writable cell of the range is emptied. */
export function clearRange(
  lines: readonly Line[],
  range: Range,
  columns: readonly FieldMeta[],
): Line[] {
  const emptied = columns.slice(range.left, range.right + 1).filter(isWritable)
  return lines.map((line, row) => {
    if (row < range.top || row > range.bottom) return line
    return emptied.reduce((next, field) => withValue(next, field.name, blankOf(field)), line)
  })
}

function blankOf(field: FieldMeta): unknown {
  return field.kind === 'boolean' ? false : null
}

/**
 * Copies the uppermost line of the range downwards; for a single line, from the one above it.
 * A picked record brings along what it fills where that is still empty.
 */
export function fillDown(
  lines: readonly Line[],
  range: Range,
  columns: readonly FieldMeta[],
): Line[] {
  const from = range.top === range.bottom ? range.top - 1 : range.top
  const source = lines[from]
  if (!source) return [...lines]
  const copied = columns.slice(range.left, range.right + 1).filter(isWritable)
  return lines.map((line, row) => {
    if (row <= from || row > range.bottom) return line
    return copied.reduce((next, field) => copyCell(source, next, field), line)
  })
}

function copyCell(source: Line, target: Line, field: FieldMeta): Line {
  const text = source.$text?.[field.name]
  if (text !== undefined) return withText(target, field.name, text)
  const copied = withValue(target, field.name, source[field.name] ?? null)
  const brought = Object.keys(field.fills ?? {}).filter((name) => isEmpty(copied[name]))
  return brought.reduce((next, name) => withValue(next, name, source[name] ?? null), copied)
}

export function removeLines(lines: readonly Line[], range: Range): Line[] {
  return lines.filter((_, row) => row < range.top || row > range.bottom)
}

/** Moves a block of lines one place up or down; a block at the edge stays. */
export function moveLines(lines: readonly Line[], range: Range, by: -1 | 1): Line[] {
  if (range.top + by < 0 || range.bottom + by >= lines.length) return [...lines]
  const block = lines.slice(range.top, range.bottom + 1)
  const others = removeLines(lines, range)
  return others.toSpliced(range.top + by, 0, ...block)
}

/** A copy below the line itself; the copy is a new line of the document. */
export function duplicateLine(lines: readonly Line[], row: number, newKey: () => string): Line[] {
  const source = lines[row]
  if (!source) return [...lines]
  const { id: _id, version: _version, ...values } = source
  return lines.toSpliced(row + 1, 0, { ...values, $key: newKey() })
}
