/** The files of the sales pipeline as they are, and as a person prepares them to bring them in. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { csvLine } from '#kernel/import/write/csv-line.ts'

const folder = resolve('test/input/sales-pipeline')

export type RawRow = Record<string, string>

export function rawRows(name: string): RawRow[] {
  return parse(readFileSync(join(folder, `${name}.csv`)), { columns: true, bom: true })
}

/** One product is written in two ways. */
export function productOf({ product = '' }: RawRow): string {
  return product === 'GTXPro' ? 'GTX Pro' : product
}

interface Table {
  name: string
  bytes: Uint8Array
}

/** A file with a line of headings, which are the names of fields. */
export function tableOf(name: string, rows: readonly RawRow[]): Table {
  const header = Object.keys(rows[0] ?? {})
  const lines = rows.map((row) => csvLine(header.map((column) => row[column] ?? '')))
  return { name, bytes: Buffer.from(csvLine(header) + lines.join('')) }
}

const ends: Record<string, string> = { Won: 'won', Lost: 'lost' }

/** What is won or lost was engaged before; that is a stage, the end is a status. */
export function opportunityTable(pipeline: string): Table {
  const rows = rawRows('sales_pipeline').map((row) => ({
    number: row.opportunity_id ?? '',
    name: `${productOf(row)} for ${row.account || 'an account to be found'}`,
    customer: row.account ?? '',
    owner: row.sales_agent ?? '',
    pipeline,
    stage: row.deal_stage === 'Prospecting' ? 'Prospecting' : 'Engaging',
    product: productOf(row),
    estimate: row.close_value ?? '',
    openedOn: row.engage_date ?? '',
    closedOn: row.close_date ?? '',
    status: ends[row.deal_stage ?? ''] ?? 'open',
  }))
  return tableOf('opportunities.csv', rows)
}
