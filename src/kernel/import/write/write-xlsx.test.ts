/** An exported workbook looks like one made by hand: real numbers, dates, a bold header. */
import { buffer as bytesOf } from 'node:stream/consumers'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readAll } from '../file/made-files.ts'
import type { WriteColumn, WriteRow } from './column.ts'
import { writeXlsx, type XlsxOptions } from './write-xlsx.ts'

const columns: WriteColumn[] = [
  { key: 'name', label: 'Customer name', kind: 'text' },
  { key: 'amount', label: 'Amount', kind: 'number' },
  { key: 'since', label: 'Since', kind: 'date' },
  { key: 'active', label: 'Active', kind: 'boolean' },
]

async function written(rows: WriteRow[], options?: XlsxOptions): Promise<Buffer> {
  async function* given(): AsyncGenerator<WriteRow> {
    yield* rows
  }
  return bytesOf(writeXlsx(columns, given(), options))
}

async function firstSheet(rows: WriteRow[], options?: XlsxOptions) {
  const { sheets } = await readXlsx(await written(rows, options), { readStyles: true })
  const [sheet] = sheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

const row = {
  name: '深圳市宏達貿易有限公司',
  amount: '-12.50',
  since: '2024-01-31',
  active: 'true',
}

test('numbers, dates and truth values are kept as such', async () => {
  const { rows } = await firstSheet([row])
  expect(rows[1]).toEqual([row.name, -12.5, new Date('2024-01-31T00:00:00Z'), true])
})

test('the header is bold and stays in sight, the rows are not bold', async () => {
  const sheet = await firstSheet([row])
  expect(sheet.freezePane).toMatchObject({ rows: 1 })
  const isBold = (place: string): boolean => sheet.cells?.get(place)?.style?.font?.bold === true
  expect(['0,0', '0,1', '0,3'].map(isBold)).toEqual([true, true, true])
  expect(['1,0', '1,1', '1,2'].map(isBold)).toEqual([false, false, false])
})

test('columns are as wide as what they show, Chinese twice as wide', async () => {
  const { columns: defs = [] } = await firstSheet([row, { ...row, name: 'x' }])
  expect(defs[0]?.width).toBeGreaterThan(22)
  expect(defs[1]?.width).toBeLessThan(15)
})

test('amounts of two decimals show two, and a number too long for Excel stays text', async () => {
  const sheet = await firstSheet([row, { ...row, amount: '3.00' }])
  expect(sheet.cells?.get('2,1')?.style?.numFmt).toBe('0.00########')
  const { rows } = await firstSheet([
    { ...row, amount: '1234567890123456.78' },
    { ...row, amount: '0.1' },
    { ...row, amount: '' },
  ])
  expect(rows.slice(1).map((cells) => cells[1])).toEqual(['1234567890123456.78', 0.1, null])
})

test('days that Excel counts wrongly and days that are none stay text', async () => {
  const days = ['1900-02-28', '2024-02-30', '1900-03-01']
  const { rows } = await firstSheet(days.map((since) => ({ ...row, since })))
  expect(rows.slice(1).map((cells) => cells[2])).toEqual([
    '1900-02-28',
    '2024-02-30',
    new Date('1900-03-01T00:00:00Z'),
  ])
})

test('text longer than Excel takes is cut visibly; a strange sheet name is made one', async () => {
  const long = await firstSheet([{ ...row, name: 'x'.repeat(40_000) }], { sheet: "'a/b:c*" })
  expect(String(long.rows[1]?.[0])).toHaveLength(32_767)
  expect(String(long.rows[1]?.[0]).endsWith('x…')).toBe(true)
  expect(long.name).toBe('a b c')
})

test('without rows the file has just the header', async () => {
  const { header, all } = await readAll('a.xlsx', await written([]))
  expect([header, all]).toEqual([columns.map(({ label }) => label), []])
})
