/** What is exported and imported again is the same, whatever people have typed. */
import { buffer as bytesOf } from 'node:stream/consumers'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAll } from '../file/made-files.ts'
import type { WriteColumn, WriteRow } from './column.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

const columns: WriteColumn[] = [
  { key: 'name', label: '客戶名稱', kind: 'text' },
  { key: 'note', label: '=Note', kind: 'text' },
  { key: 'amount', label: 'Amount', kind: 'number' },
  { key: 'since', label: 'Since', kind: 'date' },
  { key: 'active', label: 'Active', kind: 'boolean' },
  { key: 'changedAt', label: 'Changed', kind: 'instant' },
]
const keys = columns.map(({ key }) => key)

async function* given(rows: WriteRow[]): AsyncGenerator<WriteRow> {
  yield* rows
}

// XML and a database know no zero byte, and half a surrogate is no character.
const texts = fc
  .oneof(
    fc
      .array(fc.constantFrom(...Array.from('\'=+-@\t\r\n",;_x0041_ 中a<&]>')))
      .map((all) => all.join('')),
    fc.string({ unit: 'binary' }),
  )
  .map((text) => text.toWellFormed().replaceAll(/[\0\uFFFE\uFFFF]/gu, '?'))
const decimals = fc
  .tuple(fc.integer(), fc.nat(999_999))
  .map(([whole, fraction]) => `${whole}.${fraction}`.replace(/\.?0+$/u, ''))
const dates = fc.date({
  min: new Date('1900-03-01'),
  max: new Date('9999-12-31'),
  noInvalidDate: true,
})
const rows: fc.Arbitrary<WriteRow> = fc.record({
  // A row of nothing but empty cells is no row.
  name: texts.map((text) => `n${text}`),
  note: fc.option(texts),
  amount: fc.option(decimals.map((text) => (text.includes('.') ? text : `${text}.5`))),
  since: fc.option(dates.map((date) => date.toISOString().slice(0, 10))),
  active: fc.option(fc.constantFrom('true', 'false')),
  changedAt: fc.option(dates.map((date) => date.toISOString())),
})

test.each([
  ['a.csv', writeCsv],
  ['a.xlsx', writeXlsx],
] as const)('%s: every cell comes back as it was', async (name, write) => {
  await fc.assert(
    fc.asyncProperty(fc.array(rows, { minLength: 1, maxLength: 8 }), async (list) => {
      const { header, all } = await readAll(name, await bytesOf(write(columns, given(list))))
      expect(header).toEqual(['客戶名稱', '=Note', 'Amount', 'Since', 'Active', 'Changed'])
      const filled = all.map(({ cells }) => keys.map((_, at) => cells[at] ?? ''))
      expect(filled).toEqual(list.map((row) => keys.map((key) => row[key] ?? '')))
      expect(all.filter(({ problem }) => problem)).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('what looks like an escaped character is not taken for one', async () => {
  const name = 'a_x0041_x0042_b _x005F_'
  const { all } = await readAll('a.xlsx', await bytesOf(writeXlsx(columns, given([{ name }]))))
  expect(all[0]?.cells[0]).toBe(name)
})

test('CSV: UTF-8 with mark, CR LF, quotes where needed, harmless cells', async () => {
  const row = { name: 'A "B", C', note: '=1+1', amount: '-12.50', since: null, active: 'true' }
  const stream = writeCsv(columns, given([{ ...row, changedAt: '2024-01-31T08:00:00.000Z' }]), {
    timeZone: 'Asia/Taipei',
  })
  expect((await bytesOf(stream)).toString()).toBe(
    `\uFEFF客戶名稱,'=Note,Amount,Since,Active,Changed\r\n` +
      `"A ""B"", C",'=1+1,-12.50,,true,2024-01-31 16:00:00\r\n`,
  )
})

test('times are those of the clock on the wall, in both kinds of file', async () => {
  const instants = ['2024-07-01T03:59:59.000Z', '2024-01-31T22:00:00.250Z']
  const list = instants.map((changedAt) => ({ name: 'x', changedAt }))
  for (const write of [writeCsv, writeXlsx]) {
    const bytes = await bytesOf(write(columns, given(list), { timeZone: 'America/New_York' }))
    const { all } = await readAll(write === writeCsv ? 'a.csv' : 'a.xlsx', bytes)
    expect(all.map(({ cells }) => cells[5])).toEqual([
      '2024-06-30 23:59:59',
      '2024-01-31 17:00:00.250',
    ])
  }
})

test.each([writeCsv, writeXlsx])(
  'an error of the rows reaches who reads the file',
  async (write) => {
    async function* failing(): AsyncGenerator<WriteRow> {
      for (let at = 0; at < 1000; at += 1) yield { name: String(at) }
      throw new Error('connection lost')
    }
    await expect(bytesOf(write(columns, failing()))).rejects.toThrow('connection lost')
  },
)

test.each([writeCsv, writeXlsx])('a reader that goes away ends the rows', async (write) => {
  let isEnded = false
  let given = 0
  async function* endless(): AsyncGenerator<WriteRow> {
    try {
      for (;;) yield { name: `${(given += 1)} ${'x'.repeat(100)}` }
    } finally {
      isEnded = true
    }
  }
  for await (const _ of write(columns, endless())) break
  await expect.poll(() => isEnded).toBe(true)
  expect(given).toBeLessThan(20_000)
})
