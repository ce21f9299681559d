/** The declared form of an entity as blocks: groups of fields, tables of lines with their sums. */
import { isDecimal, isZero } from '#kernel/money/decimal.ts'
import type { EntityMeta, FieldMeta, FormBlock } from '#kernel/http/wire.ts'
import { isEmpty, isNumber, isWritable } from '#ui/field/value/field-facts.ts'

export interface FieldsBlock {
  kind: 'fields'
  title: string
  fields: FieldMeta[]
}

export interface LinesBlock {
  kind: 'lines'
  field: FieldMeta
  /** Computed figures that the form names after the lines: their sums. */
  totals: FieldMeta[]
}

export type Block = FieldsBlock | LinesBlock

/** Blocks in the declared order; fields this person may not see are not among them. */
export function blocksOf(entity: Pick<EntityMeta, 'fields' | 'form'>): Block[] {
  const form = entity.form.length > 0 ? entity.form : [everything(entity.fields)]
  const blocks: Block[] = []
  for (const block of form) addBlock(blocks, block, entity.fields)
  addSums(blocks, entity.fields, new Set(namesIn(form)))
  return blocks.filter((block) => block.kind === 'lines' || block.fields.length > 0)
}

function namesIn(form: readonly FormBlock[]): string[] {
  return form.flatMap((block) =>
    typeof block === 'object' && !Array.isArray(block) ? block.rows.flat() : [block].flat(),
  )
}

/** Where the form names no sums: the computed amounts in the document's own currency. */
function addSums(blocks: Block[], fields: readonly FieldMeta[], named: ReadonlySet<string>): void {
  const lines = blocks.find((block) => block.kind === 'lines')
  if (!lines || lines.totals.length > 0) return
  const isSum = ({ name, kind, computed, currency }: FieldMeta) =>
    computed && kind === 'money' && currency !== undefined && !named.has(name)
  lines.totals.push(...fields.filter(isSum))
}

function everything(fields: readonly FieldMeta[]): string[] {
  return fields.filter(({ kind }) => kind !== 'json').map(({ name }) => name)
}

function addBlock(blocks: Block[], block: FormBlock, fields: readonly FieldMeta[]): void {
  const isTitled = typeof block === 'object' && !Array.isArray(block)
  if (isTitled) blocks.push({ kind: 'fields', title: block.title, fields: [] })
  const names = isTitled ? block.rows.flat() : [block].flat()
  for (const name of names) {
    const field = fields.find((each) => each.name === name)
    if (field) addField(blocks, field)
  }
  // What follows a titled section does not belong under its title.
  if (isTitled) blocks.push({ kind: 'fields', title: '', fields: [] })
}

function addField(blocks: Block[], field: FieldMeta): void {
  const lines = blocks.findLast((block) => block.kind === 'lines')
  const last = blocks.at(-1)
  if (field.kind === 'lines') blocks.push({ kind: 'lines', field, totals: [] })
  else if (lines && field.computed && isNumber(field)) lines.totals.push(field)
  else if (last?.kind === 'fields') last.fields.push(field)
  else blocks.push({ kind: 'fields', title: '', fields: [field] })
}

/**
 * The fields of a line that a grid shows as columns: what is entered, what is computed while
 * typing, and of the rest what at least one line has. For reading only the last.
 */
export function columnsOf(
  entity: EntityMeta,
  rows: readonly Readonly<Record<string, unknown>>[],
  computed: readonly Readonly<Record<string, unknown>>[],
  isRead: boolean,
): FieldMeta[] {
  return entity.fields.filter((field) => {
    if (['json', 'filter', 'lines'].includes(field.kind) || isFollowed(field)) return false
    const isLive = isWritable(field) || computed.some((figures) => field.name in figures)
    const isFilled = rows.some((row) => saysSomething(row[field.name]))
    return isFilled || (isLive && !(isRead && rows.length > 0))
  })
}

/** The id of a row that only the program follows says nothing to a person. */
function isFollowed({ kind, target, targetIn }: FieldMeta): boolean {
  return kind === 'ref' && target === undefined && targetIn === undefined
}

function saysSomething(value: unknown): boolean {
  return !isEmpty(value) && !(isDecimal(value) && isZero(value))
}
