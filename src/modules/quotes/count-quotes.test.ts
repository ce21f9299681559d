/** Quotes that were sent for an opportunity count with it. */
import { expect, test } from 'vitest'
import { useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Customer } from '#modules/customers/index.ts'
import { Opportunity, Pipeline, PipelineStage } from '#modules/opportunities/index.ts'
import { Product } from '#modules/products/index.ts'
import { cancelQuote, Quote, sendQuote } from './index.ts'

const world = useWorld(modules)

test('quotes that were sent count; one that is taken back no longer does', async () => {
  const seller = await world().as('sales')
  const manager = await world().as('manager')
  const { id: pipeline } = await manager.create(Pipeline, { name: 'Sales' })
  await manager.create(PipelineStage, { pipeline, name: 'Enquiry' })
  const { id: customer } = await seller.create(Customer, { name: 'Quoted' })
  const { id } = await seller.create(Opportunity, { name: 'Lamps', customer, pipeline })
  const see = () => seller.see(Opportunity, id)
  const lead = await world().as('sales-lead')
  const { id: product } = await lead.create(Product, { code: 'Q1', name: 'Lamp', price: '9' })
  const line = { product, quantity: '1', unitPrice: '9', taxPercent: '5' }
  const quote = await seller.create(Quote, { customer, opportunity: id, lines: [line] })
  expect(await see()).toMatchObject({ quotesSent: 0, quotePoints: 0 })
  await seller.do(sendQuote, quote.id)
  expect(await see()).toMatchObject({ quotesSent: 1, quotePoints: 15 })
  await seller.do(cancelQuote, quote.id, {}, { reason: 'Wrong price' })
  expect(await see()).toMatchObject({ quotesSent: 0, quotePoints: 0 })
})
