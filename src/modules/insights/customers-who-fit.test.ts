/** Who offers what another needs is told, who is related already or hidden is not. */
import { expect, test } from 'vitest'
import { useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Customer, CustomerRelation } from '#modules/customers/index.ts'
import { customersWhoFit } from './customers-who-fit.report.ts'

const world = useWorld(modules)

test('by need, by trade, by a shared partner', async () => {
  const seller = await world().as('sales')
  const make = async (name: string, more: object = {}) =>
    (await seller.create(Customer, { name, ...more })).id
  const relate = (customer: string, kind: string, other: string) =>
    seller.create(CustomerRelation, { customer, kind, other } as never)
  const mill = await make('Mill', { needs: ['sensors'], industry: 'paper' })
  const maker = await make('Maker', { tags: ['sensors'] })
  const printer = await make('Printer', { industry: 'printing' })
  const ink = await make('Ink', { industry: 'chemistry' })
  const dye = await make('Dye', { industry: 'chemistry' })
  await relate(ink, 'supplies', printer)
  await relate(mill, 'partner', printer)
  const hidden = await world().as('sales', 'Somebody else')
  await hidden.create(Customer, { name: 'Hidden', tags: ['sensors'] })
  const found = async (customer: string) =>
    (await seller.report(customersWhoFit, { customer })).map((row) => [
      row['other'],
      row['why'],
      row['what'],
    ])
  expect(await found(mill)).toEqual(
    expect.arrayContaining([
      [maker, 'need', 'sensors'],
      [ink, 'partner', 'Printer'],
    ]),
  )
  expect(await found(mill)).toHaveLength(2)
  expect(await found(printer)).toEqual([[dye, 'trade', 'chemistry']])
  expect(await hidden.report(customersWhoFit, {})).toEqual([])
})
