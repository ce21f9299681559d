/** Lines go on over pages below what stands on each, with their headings and all of them. */
import { expect, test } from 'vitest'
import { drawingOf } from './drawing.ts'
import type { FilledElement } from './fill.ts'
import { setDrawn } from './set-drawn.ts'
import { readDrawn } from './testing/read-drawn.ts'

const edges = { top: 1, right: 1, bottom: 1, left: 1 }
const at = (y: number, height: number) => ({ position: { x: 10, y }, width: 90, height })
const drawn = [
  { type: 'text', ...at(10, 30), everyPage: true },
  { type: 'text', ...at(15, 8) },
  {
    type: 'table',
    ...at(50, 20),
    field: 'lines',
    columns: ['name'],
    head: ['品名'],
    headWidthPercentages: [100],
    tableStyles: { borderColor: '', borderWidth: 0 },
    headStyles: { borderWidth: edges, padding: edges },
    bodyStyles: { borderWidth: edges, padding: edges },
  },
  { type: 'text', ...at(80, 8) },
  { type: 'text', ...at(285, 6), field: '@page' },
]

async function pagesOf(texts: string[]): Promise<string[]> {
  const [elements = []] = drawingOf({ pages: [drawn] }).pages
  const pages = [elements.map((one, index) => ({ ...one, text: texts[index] }) as FilledElement)]
  const size = { width: 210, height: 297, edge: 10 }
  const sheet = { title: 'Q', size, pages, locale: 'zh-Hant' as const, printedAt: new Date(0) }
  return readDrawn(await setDrawn(sheet)).pages
}

test('what stands on every page does, and what stands beside it on the first alone', async () => {
  const rows = Array.from({ length: 80 }, (_, row) => [`貨${row + 1}號`])
  const pages = await pagesOf(['每頁', '首頁', JSON.stringify(rows), '總計', '{x} / {y}'])
  const count = pages.length
  expect(count).toBeGreaterThan(1)
  const has = (words: string) => pages.map((page) => page.includes(`${words}\n`))
  const all = pages.map(() => true)
  expect([has('每頁'), has('品名')]).toEqual([all, all])
  expect(has('首頁')).toEqual(all.map((_, page) => page === 0))
  expect(has('總計')).toEqual(all.map((_, page) => page === count - 1))
  expect(pages.map((page, index) => page.includes(`${index + 1} / ${count}\n`))).toEqual(all)
  const numbers = [...pages.join('').matchAll(/貨(\d+)號/gu)].map(([, number]) => Number(number))
  expect(numbers).toEqual(rows.map((_, row) => row + 1))
})
