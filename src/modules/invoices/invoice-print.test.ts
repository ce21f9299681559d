/** The invoice on paper: what is owed, until when; the credit note names its invoice. */
import { formOf } from '#kernel/print/layout.ts'
import { expect, test } from 'vitest'
import { useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { openShop } from '#modules/orders/testing/shop.ts'
import { creditInvoice } from './index.ts'
import { invoicePrint } from './invoice.print.ts'
import { issued } from './testing/billing.ts'

const world = useWorld(modules)
const printed = (id: string) =>
  world().within((ctx) => formOf(invoicePrint, ctx, id, 'zh-Hant', (english) => english))

test('an invoice and its credit note are printed', async () => {
  const shop = await openShop(world(), [])
  const invoice = await issued(world(), shop, '1234.5')
  const form = await printed(invoice.id)
  expect(form).toMatchObject({ title: 'Invoice', number: invoice.number, barcode: invoice.number })
  expect(form.facts).toContainEqual({ label: 'Due on', value: '2026/12/23' })
  expect(form.rows).toHaveLength(1)
  expect(form.inWords).toContain('壹仟貳佰參拾肆元伍角')
  const { result } = await world().program.do(creditInvoice, invoice.id)
  const note = await printed((result as { id: string }).id)
  expect(note.title).toBe('Credit note')
  expect(note.facts).toContainEqual({ label: 'Corrects', value: invoice.number })
  expect(note.facts.map((fact) => fact.label)).not.toContain('Due on')
})
