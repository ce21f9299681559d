/** 200,000 rows (100,000 in a workbook) are read and written without holding them in memory. */
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WriteColumn, WriteRow } from '../write/column.ts'
import { writeCsv } from '../write/write-csv.ts'
import { writeXlsx } from '../write/write-xlsx.ts'
import { madeFiles } from './made-files.ts'
import { openTable } from './read-table.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const columns: WriteColumn[] = [
  { key: 'name', label: '客戶名稱', kind: 'text' },
  { key: 'phone', label: 'Phone', kind: 'text' },
  { key: 'amount', label: 'Amount', kind: 'number' },
  { key: 'since', label: 'Since', kind: 'date' },
]
const mebibyte = 1024 * 1024

let files: Awaited<ReturnType<typeof madeFiles>>
beforeAll(async () => {
  files = await madeFiles()
})
afterAll(() => files[Symbol.asyncDispose]())

test.each([
  ['a.csv', writeCsv, 200_000],
  ['a.xlsx', writeXlsx, 100_000],
] as const)('%s: the heap stays flat', { timeout: 120_000 }, async (name, write, count) => {
  const file = await files.write(name, '')
  const used = startMeasuring()
  async function* rows(): AsyncGenerator<WriteRow> {
    for (let at = 0; at < count; at += 1) {
      used.measure(at)
      yield {
        name: `宏達貿易 ${at}`,
        phone: `+886 2 ${at}`,
        amount: `${at}.25`,
        since: '2024-01-31',
      }
    }
  }
  await pipeline(write(columns, rows()), createWriteStream(file.path))
  const table = await openTable(file)
  let read = 0
  for await (const { cells } of table.rows()) {
    used.measure(read)
    if (cells[2] === `${read}.25`) read += 1
  }
  expect(read).toBe(count)
  expect(used.growth()).toBeLessThan(20 * mebibyte)
})

/** Live heap after a garbage collection, every 20,000 rows, against the first one. */
function startMeasuring(): { measure: (row: number) => void; growth: () => number } {
  let first = 0
  let most = 0
  return {
    measure(row) {
      if (row % 20_000 !== 0) return
      collectGarbage()
      const { heapUsed } = process.memoryUsage()
      first ||= heapUsed
      most = Math.max(most, heapUsed)
    },
    growth: () => most - first,
  }
}
