/** What stands in a cell of the line grid: for reading, for editing, and on the clipboard. */
import type { FieldKind, FieldMeta, RefTitles } from '#kernel/http/wire.ts'
import { amountText, displayText } from '#ui/field/display.ts'
import type { Reader } from '#ui/field/display.ts'
import { isEmpty, isNumber, isWritable, textOf } from '#ui/field/value/field-facts.ts'
import type { Line } from './grid-lines.ts'
import type { Entry, GridColumn } from './grid-state.ts'

export interface GridReader {
  reader: Reader
  refs: RefTitles
  /** Currency of the document. */
  currency: string
}

export function shownText(field: FieldMeta, line: Line, { reader, refs, currency }: GridReader) {
  const typed = line.$text?.[field.name]
  if (typed !== undefined) return typed
  const value = line[field.name]
  if (field.kind === 'money' && !isEmpty(value)) {
    return amountText(textOf(value), currency, reader.locale)
  }
  return field.kind === 'percent' && !isEmpty(value)
    ? displayText({ ...field, kind: 'decimal' }, line, refs, reader)
    : displayText(field, line, refs, reader)
}

/** Figures without grouping, everything else as it is read. */
export function editedText(field: FieldMeta, line: Line, how: GridReader): string {
  const typed = line.$text?.[field.name]
  if (typed !== undefined) return typed
  return isNumber(field) ? textOf(line[field.name]) : shownText(field, line, how)
}

const ENTRIES: Partial<Record<FieldKind, Entry>> = {
  ref: 'pick',
  person: 'pick',
  choice: 'pick',
  boolean: 'toggle',
  refs: 'sheet',
  address: 'sheet',
  file: 'sheet',
  picture: 'sheet',
  richText: 'sheet',
}

export function columnOf(field: FieldMeta): GridColumn {
  return { readOnly: !isWritable(field), entry: ENTRIES[field.kind] ?? 'text' }
}
