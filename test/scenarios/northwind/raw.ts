/** The Northwind files as they are, for what the product must come to. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'

const folder = resolve('test/input/northwind')

export type RawRow = Record<string, string>

export function rawFile(name: string): { name: string; bytes: Uint8Array } {
  return { name: `${name}.csv`, bytes: readFileSync(join(folder, `${name}.csv`)) }
}

/** Rows by column name. Some addresses hold unquoted commas; surplus cells are joined again. */
export function rawRows(name: string): RawRow[] {
  const records = parse(rawFile(name).bytes, { relaxColumnCount: true, bom: true })
  const [header = [], ...rows] = records
  return rows.map((cells) =>
    Object.fromEntries(header.map((key, index) => [key, joined(cells, header, name)[index] ?? ''])),
  )
}

const addressColumn: Record<string, string> = {
  orders: 'shipAddress',
  customers: 'address',
  suppliers: 'address',
}

function joined(cells: string[], header: string[], name: string): string[] {
  const surplus = cells.length - header.length
  const at = header.indexOf(addressColumn[name] ?? '')
  if (surplus <= 0 || at < 0) return cells
  return [
    ...cells.slice(0, at),
    cells.slice(at, at + surplus + 1).join(','),
    ...cells.slice(at + surplus + 1),
  ]
}

/** '1996-07-04 00:00:00.000' → '1996-07-04'; NULL → null. */
export function day(text: string | undefined): string | null {
  return text === undefined || text === '' || text === 'NULL' ? null : text.slice(0, 10)
}
