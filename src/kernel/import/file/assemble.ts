/** Makes a table with a header, a preview and checked rows out of the bare rows of a file. */
import { fail } from '#kernel/base/fail.ts'
import { checkedRow, type RowRules } from './check-row.ts'
import { distinctNames, filledWidth, guessHeaderRow } from './header.ts'
import type { RawRow, RowSource, Table, TableRow } from './table.ts'

const previewRows = 20
/** Rows looked at for a header: those that are shown and a few titles above them. */
const leadRows = 30

export interface Assembly extends Omit<RowRules, 'width'> {
  source: RowSource
  headerRow: number | undefined
}

type Assembled = Pick<Table, 'header' | 'headerRow' | 'preview' | 'rows'>

/** @throws {Refusal} `import.empty-file`, `import.no-header-row`, `import.too-many-columns` */
export async function assembleTable(assembly: Assembly): Promise<Assembled> {
  const lead = await leadOf(assembly.source, assembly.headerRow ?? 0)
  const headerRow = assembly.headerRow ?? guessHeaderRow(lead)
  const named = lead.find(({ row }) => row === headerRow)?.cells ?? []
  if (headerRow > 0 && named.length === 0) fail('import.no-header-row', { headerRow })
  const body = lead.filter(({ row }) => row > headerRow)
  const width = widthOf(named, body, assembly)
  const rules = { ...assembly, width }
  const rows = (): AsyncGenerator<TableRow> => rowsBelow(assembly.source, headerRow, rules)
  const preview: string[][] = []
  for await (const { cells } of rows()) if (preview.push(cells) === previewRows) break
  return { headerRow, header: distinctNames(named, width), preview, rows }
}

/** The first filled rows, past the row that a person named as the header. */
async function leadOf(source: RowSource, headerRow: number): Promise<RawRow[]> {
  const lead: RawRow[] = []
  for await (const raw of source()) {
    if (filledWidth(raw.cells) === 0) continue
    if (lead.length >= leadRows && raw.row > headerRow) break
    if (lead.length < leadRows || raw.row === headerRow) lead.push(raw)
  }
  if (lead.length === 0) fail('import.empty-file')
  return lead
}

/**
 * A column without a name counts if it has content. In a text file the header tells how many cells
 * there are; a sheet has no cells after the last filled one, so there the rows below have a say.
 */
function widthOf(named: string[], body: RawRow[], { kind, limits }: Assembly): number {
  const used = Math.max(0, ...body.map(({ cells }) => filledWidth(cells)))
  const most = kind === 'csv' && named.length > 0 ? Math.min(used, named.length) : used
  const width = Math.max(filledWidth(named), most)
  if (width > limits.columns) {
    fail('import.too-many-columns', { columns: width, limit: limits.columns })
  }
  return width
}

async function* rowsBelow(
  source: RowSource,
  headerRow: number,
  rules: RowRules,
): AsyncGenerator<TableRow> {
  let count = 0
  for await (const raw of source()) {
    if (raw.row <= headerRow || filledWidth(raw.cells) === 0) continue
    count += 1
    if (count > rules.limits.rows) fail('import.too-many-rows', { limit: rules.limits.rows })
    yield checkedRow(raw, rules)
  }
}
