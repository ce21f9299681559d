/** Quote, order and delivery note on paper: complete in each language, and silent where due. */
import { expect, test } from 'vitest'
import { catalogueOf } from '#kernel/i18n/catalogues.ts'
import { createTranslator } from '#kernel/i18n/message.ts'
import type { Locale } from '#kernel/http/wire.ts'
import { formOf as markedForm, type PrintLayout } from '#kernel/print/layout.ts'
import { printForm, stopPrinting } from '#kernel/print/print.ts'
import { useWorld } from '#kernel/testing/world.ts'
import { Contact, Customer } from '#modules/customers/index.ts'
import { modules } from '#modules/index.ts'
import { Invoice, voidInvoice } from '#modules/invoices/index.ts'
import { issued } from '#modules/invoices/testing/billing.ts'
import { cancelOrder, confirmOrder, Order } from '#modules/orders/index.ts'
import { draftOrder, openShop } from '#modules/orders/testing/shop.ts'
import { Product, Unit } from '#modules/products/index.ts'
import { cancelQuote, Quote, sendQuote } from '#modules/quotes/index.ts'
import { cancelShipment, sendShipment, shipOrder } from './index.ts'

const world = useWorld(modules)

function layout(name: string): PrintLayout {
  const found = world().house.registry.prints.get(name)
  if (!found) throw new Error(`No layout ${name}`)
  return found
}

const formOf = (name: string, id: string, locale: Locale) =>
  world().within((ctx) =>
    markedForm(layout(name), ctx, id, locale, createTranslator(locale, catalogueOf(locale))),
  )

async function papers() {
  const shop = await openShop(world(), [{ onHand: '9', unitCost: '4' }], {
    name: '明陽貿易股份有限公司',
    taxId: '12345675',
    address: { city: '臺北市', street: '南京東路三段 219 號' },
  })
  const { program } = world()
  const [product = ''] = shop.goods
  const unit = await program.create(Unit, { name: `箱 ${product.slice(-6)}` })
  await program.update(Product, product, { spec: '12W', unit: unit.id })
  const { customer, seller, warehouse } = shop
  const contact = await seller.create(Contact, { customer, name: '林雅婷' })
  const head = { customer, freight: '105', priceIncludesTax: true }
  const line = { product, quantity: '2', unitPrice: '1234.5', taxPercent: '5' }
  const lines = [{ ...line, description: '桌燈', discountPercent: '10', unit: unit.id }]
  const quote = await seller.create(Quote, { ...head, contact: contact.id, lines, terms: '含安裝' })
  const note = 'Bad payer, call first'
  const order = await seller.create(Order, { ...head, warehouse, lines, note })
  await seller.do(confirmOrder, order.id)
  const { result } = await shop.keeper.do(shipOrder, order.id)
  const { id } = result as { id: string }
  await shop.keeper.do(sendShipment, id)
  return { shop, quote, order, shipment: id }
}

test('the quote says who, what, how much, and the total in capitals', async () => {
  const { quote } = await papers()
  const form = await formOf('quote', quote.id, 'zh-Hant')
  expect(form).toMatchObject({
    title: '報價單',
    number: quote.number,
    barcode: quote.number,
    notes: '含安裝',
    inWords: '金額大寫：新臺幣貳仟參佰貳拾柒元壹角',
    partner: {
      heading: '客戶',
      lines: ['明陽貿易股份有限公司', '臺北市南京東路三段 219 號', '統一編號 12345675'],
    },
  })
  expect(form.rows).toEqual([
    expect.objectContaining({
      name: '桌燈\n12W',
      price: '1,234.50',
      discount: '10%',
      amount: '2,222.10',
    }),
  ])
  expect(form.rows[0]?.['quantity']).toMatch(/^2 箱/u)
  expect(form.totals.map((total) => total.value)).toEqual([
    '$105.00',
    '$2,221.29',
    '$105.81',
    '$2,327.10',
  ])
  expect(form.facts).toContainEqual({ label: '聯絡人', value: '林雅婷' })
  expect(form.labels.page).toBe('第 {x} 頁，共 {y} 頁')
})

test('the order confirmation is in the language asked for, without inner notes', async () => {
  const { order } = await papers()
  const english = await formOf('order', order.id, 'en')
  expect(english).toMatchObject({ title: 'Order confirmation', number: order.number })
  expect(english.inWords).toBeUndefined()
  const simplified = await formOf('order', order.id, 'zh-Hans')
  expect(simplified.title).toBe('订单确认书')
  expect(simplified.inWords).toMatch(/贰仟叁佰/u)
  expect(JSON.stringify([english, simplified])).not.toContain('Bad payer')
})

test('the delivery note has no price, and is signed for', async () => {
  const { order, shipment, shop } = await papers()
  const form = await formOf('delivery-note', shipment, 'zh-Hant')
  expect(form.columns.map((column) => column.key)).toEqual(['line', 'code', 'name', 'quantity'])
  expect(form.totals).toEqual([])
  expect(form.facts).toContainEqual({ label: '訂單', value: order.number })
  expect(form.signatures).toEqual(['送貨人', '簽收人'])
  expect(JSON.stringify(form)).not.toContain('1,234')
  const customer = await world().program.see(Customer, shop.customer)
  expect(form.partner.lines[0]).toBe(customer.name)
  const pdf = await printForm(form)
  await stopPrinting()
  expect(Buffer.from(pdf.slice(0, 5)).toString()).toBe('%PDF-')
})

test('a paper that does not count is marked, in the language of the paper', async () => {
  const { program } = world()
  const { quote, order: confirmed, shipment: sent, shop } = await papers()
  const markOf = async (name: string, id: string, locale: Locale = 'zh-Hant') =>
    (await formOf(name, id, locale)).mark
  const why = { reason: 'Typed twice' }
  expect(await markOf('quote', quote.id)).toBe('草稿')
  await shop.seller.do(sendQuote, quote.id)
  expect(await markOf('quote', quote.id)).toBeUndefined()
  await shop.seller.do(cancelQuote, quote.id, {}, why)
  expect(await markOf('quote', quote.id)).toBe('已取消')
  expect(await markOf('order', confirmed.id)).toBeUndefined()
  expect(await markOf('delivery-note', sent)).toBeUndefined()
  const order = await draftOrder(shop, ['1'])
  expect(await markOf('order', order.id, 'en')).toBe('Draft')
  await shop.seller.do(confirmOrder, order.id)
  const { result } = await shop.keeper.do(shipOrder, order.id)
  const { id: shipment } = result as { id: string }
  expect(await markOf('delivery-note', shipment)).toBe('草稿')
  await shop.keeper.do(cancelShipment, shipment)
  expect(await markOf('delivery-note', shipment, 'en')).toBe('Cancelled')
  await shop.seller.do(cancelOrder, order.id, {}, why)
  expect(await markOf('order', order.id, 'zh-Hans')).toBe('已取消')
  const line = { product: shop.service, quantity: '1', unitPrice: '9', taxPercent: '0' }
  const draft = await program.create(Invoice, { customer: shop.customer, lines: [line] })
  expect(await markOf('invoice', draft.id)).toBe('草稿')
  const { id: invoice } = await issued(world(), shop, '9')
  expect(await markOf('invoice', invoice)).toBeUndefined()
  await program.do(voidInvoice, invoice, {}, why)
  expect(await markOf('invoice', invoice)).toBe('作廢')
})
