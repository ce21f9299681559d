/** Real lists as they came from other programs; they are not part of the product. */
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rowsOf } from './made-files.ts'
import { openTable } from './read-table.ts'
import type { Table, TableRow } from './table.ts'

const folder = resolve('test/input')

interface Read {
  table: Table
  rows: TableRow[]
}

async function read(name: string): Promise<Read> {
  const table = await openTable({ path: join(folder, name), name })
  return { table, rows: await rowsOf(table) }
}

describe('real files', () => {
  const lists = {
    'customers_utf8.csv': ['utf-8', ','],
    'customers_utf8_bom_crlf.csv': ['utf-8', ','],
    'customers_gbk.csv': ['gb18030', ','],
    'customers_gb18030_tab.txt': ['gb18030', '\t'],
    'customers_utf16le_bom_tab.txt': ['utf-16le', '\t'],
    'customers_utf8_semicolon_allquoted.csv': ['utf-8', ';'],
  } as const

  test.each(Object.entries(lists))('%s is the same list of 400 customers', async (name, form) => {
    const expected = await read('messy/encodings/customers_utf8.csv')
    const { table, rows } = await read(`messy/encodings/${name}`)
    expect([table.encoding, table.separator]).toEqual(form)
    expect(table.encodingConfident).toBe(true)
    expect(table.header).toEqual(['客户名称', '联系人', '手机', '区县代码', '区县'])
    expect(rows).toHaveLength(400)
    expect(rows).toEqual(expected.rows)
    expect(rows[0]).toEqual({
      row: 2,
      cells: ['七台河市桃山区鑫鑫科技电脑工作室', '釋寶覺', '18162850000', '110101', '东城区'],
    })
  })

  test('the lossy Big5 list: all rows are there, the losses are counted', async () => {
    const { table, rows } = await read('messy/encodings/customers_big5_replace.csv')
    const whole = await read('messy/encodings/customers_utf8.csv')
    expect(table.encoding).toBe('big5')
    expect(rows).toHaveLength(400)
    expect(rows.map(({ cells }) => cells[2])).toEqual(whole.rows.map(({ cells }) => cells[2]))
    const lossy = rows.flatMap(({ cells }) => cells).filter((cell) => cell.includes('?')).length
    const counted = rows.reduce((sum, { unreadable = 0 }) => sum + unreadable, 0)
    expect(counted).toBeGreaterThan(lossy * 0.7)
    expect(counted).toBeLessThanOrEqual(lossy)
    expect(rows.every(({ problem }) => problem === undefined)).toBe(true)
  })

  test('each of the 3,337 rows of the messy list is there, with its line', async () => {
    const { table, rows } = await read('messy/chicago_childcare_sites_messy.csv')
    expect(table.header).toHaveLength(32)
    expect(rows.map(({ cells }) => cells[0])).toEqual(
      Array.from({ length: 3337 }, (_, at) => String(at)),
    )
    expect(rows.filter(({ problem, notice }) => problem ?? notice)).toEqual([])
    expect(rows.at(-1)?.row).toBe(3682)
  })

  test.each([
    ['customers', 91, 24, 8],
    ['suppliers', 29, 9, 8],
    ['orders', 830, 176, 13],
  ])(
    'Northwind %s: addresses torn by commas are whole again',
    async (name, count, torn, country) => {
      const { rows } = await read(`northwind/${name}.csv`)
      expect(rows).toHaveLength(count)
      expect(rows.filter(({ notice }) => notice === 'import.cells-joined')).toHaveLength(torn)
      expect(rows.filter(({ problem }) => problem)).toEqual([])
      for (const { cells } of rows) expect(cells[country]).toMatch(/^[A-Z][A-Za-z ]+$/u)
    },
  )

  test('bank statements: titles are passed over, Excel text cells are unwrapped', async () => {
    const alipay = await read('bank_statements_cn/alipay__example-alipay-records.csv')
    expect([alipay.table.encoding, alipay.table.headerRow]).toEqual(['gb18030', 25])
    expect(alipay.table.header.slice(0, 3)).toEqual(['交易时间', '交易分类', '交易对方'])
    const broker = await read('bank_statements_cn/hxsec__example-hxsec-records.xls')
    expect(broker.table.header.slice(0, 2)).toEqual(['交收日期', '成交时间'])
    expect(broker.rows[0]?.cells.slice(0, 3)).toEqual(['20230212', '00:00:00', '银行转证券'])
    const workbook = await read('bank_statements_cn/htsec__example-htsec-records.xlsx')
    expect(workbook.table.kind).toBe('xlsx')
    expect(workbook.rows).toHaveLength(10)
  })

  test.each(['ccb', 'citic__credit', 'spdb_debit'])(
    'old Excel of %s is refused by name',
    async (bank) => {
      const brief = bank.split('__')[0]
      const name = `bank_statements_cn/${bank}__example-${brief}-records.xls`
      await expect(read(name)).rejects.toMatchObject({
        rule: 'import.unreadable-format',
        facts: { format: 'xls' },
      })
    },
  )
})
