/** Keeps a drawn layout printable: only our elements, and fields that its records have. */
import type { Ctx } from '../../action/ctx.ts'
import { fail } from '../../base/fail.ts'
import type { Fields } from '../../field/field.ts'
import { drawingOf, type Drawing, type Element, type TableElement } from './drawing.ts'
import { factsBeside, fieldAt, lineNumber, linesAt, type FieldsOf } from './paths.ts'
import type { PrintLayout } from './print-layout.entity.ts'

/** @throws {Refusal} `print-layout.…` */
export async function checkPrintLayout(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const [row, before] = [facts.row as PrintLayout, facts.before as PrintLayout | undefined]
  if (before && before.entity !== row.entity) fail('print-layout.stays', {}, { field: 'entity' })
  checkedDrawing(ctx.fieldsOf, row.entity, row.drawing)
}

/** @throws {Refusal} also `print-layout.no-such-field` for what its records do not have */
export function checkedDrawing(fieldsOf: FieldsOf, entity: string, given: unknown): Drawing {
  const drawing = drawingOf(given)
  const fields = fieldsOf(entity)
  for (const element of drawing.pages.flat()) checkFields(fieldsOf, fields, element)
  return drawing
}

function checkFields(fieldsOf: FieldsOf, fields: Fields, element: Element): void {
  if (element.type === 'table') return checkColumns(fieldsOf, fields, element)
  const field = 'field' in element ? element.field : undefined
  if (field === undefined || isBeside(field)) return
  if (!fieldAt(fieldsOf, fields, field)) refuse(field)
}

const isBeside = (path: string) => (factsBeside as readonly string[]).includes(path)

function checkColumns(fieldsOf: FieldsOf, fields: Fields, element: TableElement): void {
  const { field, columns, everyPage } = element
  const lines = linesAt(fields, field)
  if (!lines) return refuse(field)
  if (everyPage) fail('print-layout.broken', { at: field }, { field: 'drawing' })
  const wrong = columns.find((path) => path !== lineNumber && !fieldAt(fieldsOf, lines, path))
  if (wrong !== undefined) refuse(wrong)
}

function refuse(field: string): never {
  return fail('print-layout.no-such-field', { field }, { field: 'drawing' })
}
