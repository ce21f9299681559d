/** What people of the demo company do at a document, and what its pages then show. */
import type { RecordAnswer, WireRow } from '#kernel/http/wire.ts'
import { normal } from '#kernel/money/decimal.ts'
import type { Locator } from 'playwright-core'
import type { Visitor } from './visitor.ts'

export async function rowOf({ ask }: Visitor, entity: string, id: string): Promise<WireRow> {
  return (await ask<RecordAnswer>(`/api/${entity}/${id}`)).row
}

export interface TypedLine {
  product: string
  quantity: string
  /** Else the price that the server offers. */
  unitPrice?: string
  discount?: string
}

/** Types a line from its first cell on, with Tab from cell to cell into the next line. */
export async function typeLine({ page }: Visitor, line: TypedLine): Promise<void> {
  const { keyboard } = page
  const priced = page.waitForResponse('**/api/product/quote-prices')
  await keyboard.type(line.product)
  await page.getByRole('option').filter({ hasText: line.product }).waitFor()
  await keyboard.press('Tab')
  await priced
  const cells = ['', line.quantity, '', line.unitPrice, line.discount, '']
  for (const text of cells) {
    if (text) await keyboard.type(text)
    await keyboard.press('Tab')
  }
}

/** A cell of the line grid. Lines are counted from 1, as the person does. */
export async function cell({ page, t }: Visitor, line: number, column: string): Promise<Locator> {
  const heads = await page.locator('.line-grid thead th').allTextContents()
  const at = heads.findIndex((head) => head.replace(' *', '') === t(column)) - 1
  return page.locator(`.line-grid tr[data-row="${line - 1}"] td[data-column="${at}"]`)
}

/** The sums below the lines as they are shown: net, tax, total. */
export async function sums({ page }: Visitor): Promise<string[]> {
  const texts = await page.locator('.sums dd').allTextContents()
  return texts.map(plain)
}

/** The last row of the report, the present month, as its table shows it. */
export async function invoicedAndReceived(visitor: Visitor) {
  await visitor.open('/report/invoiced-and-received')
  const row = visitor.page.locator('.report-table tbody tr').last()
  await row.waitFor()
  await visitor.findNoFault()
  const [, invoiced = '', received = ''] = await row.locator('td').allTextContents()
  return { invoiced: plain(invoiced), received: plain(received) }
}

/** `1,250.00` as the program writes it to itself. */
function plain(text: string): string {
  return normal(text.replaceAll(',', ''))
}
