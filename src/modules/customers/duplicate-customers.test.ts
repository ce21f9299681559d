/** Likely duplicates of customers, their people and goods: found, merged, and two again. */
import { expect, test } from 'vitest'
import { sightOf } from '#kernel/action/caller.ts'
import { stateOf, work } from '#kernel/bulk/testing/many.ts'
import { beginScan } from '#kernel/duplicates/begin-scan.ts'
import { DuplicatePair } from '#kernel/duplicates/duplicate-pair.entity.ts'
import { findLikely } from '#kernel/duplicates/find-likely.ts'
import type { Entity } from '#kernel/entity/entity.ts'
import { merge } from '#kernel/merge/merge.ts'
import { useWorld, type Actor } from '#kernel/testing/world.ts'
import { undo } from '#kernel/undo/undo.ts'
import { modules } from '#modules/index.ts'
import { Product } from '#modules/products/index.ts'
import { Contact, Customer } from './index.ts'

const world = useWorld(modules)

async function likely({ caller }: Actor, entity: Entity, values: Record<string, unknown>) {
  const { house } = world()
  return (await findLikely(house.database, await sightOf(house, caller), entity, values)).likely
}

test('a customer is known again by name, phone, mail and tax number', async () => {
  const seller = await world().as('sales')
  const { id } = await seller.create(Customer, {
    name: '臺北市春風國際貿易股份有限公司',
    phone: '02-2712-5566',
    email: 'info@chunfeng.com.tw',
    taxId: '04595257',
  })
  const tried = [
    [{ name: '春风国际贸易' }, ['Same name']],
    [{ name: '純豐國際貿易有限公司' }, ['Name sounds the same']],
    [{ name: '春風' }, ['One name is short for the other']],
    [{ phone: '+886 2 2712 5566' }, ['Same phone number']],
    [{ email: 'INFO@chunfeng.com.tw' }, ['Same mail address', 'Same mail or web domain']],
    [{ taxId: '0459-5257' }, ['Same tax or register number']],
  ] as const
  for (const [values, reasons] of tried)
    expect(await likely(seller, Customer, values)).toMatchObject([{ id, reasons }])
  expect(await likely(seller, Customer, { name: '秋風國際貿易股份有限公司' })).toEqual([])
})

test('a person by name at one customer, a product by code, name and specification', async () => {
  const lead = await world().as('sales-lead')
  const { id: customer } = await lead.create(Customer, { name: '山岳書店' })
  const person = await lead.create(Contact, { customer, name: '林大偉', mobile: '0912-345-678' })
  expect(await likely(lead, Contact, { customer, name: '林大伟' })).toMatchObject([
    { id: person.id, reasons: ['Same name', 'Belongs to the same'] },
  ])
  const bolt = { code: 'HB-0820', name: '六角螺絲', spec: 'M8×20' }
  const { id } = await lead.create(Product, bolt)
  await lead.create(Product, { ...bolt, code: 'HB-0830', spec: 'M8×30' })
  const again = await likely(lead, Product, { ...bolt, code: 'ZZ', spec: 'm8 * 20' })
  expect(again).toMatchObject([{ id, reasons: ['Same name', 'Same specification'] }])
})

test('a scan finds the pair, a merge settles it, and its undo opens it again', async () => {
  const { house } = world()
  const lead = await world().as('sales-lead')
  const keep = await lead.create(Customer, { name: '海潮物流有限公司' })
  const drop = await lead.create(Customer, { name: '海潮物流' })
  const { id } = await beginScan(house, lead.caller, Customer, {})
  await work(world(), id)
  expect(await stateOf(world(), id)).toMatchObject({ status: 'done' })
  const where = { record: keep.id, other: drop.id }
  expect(await lead.list(DuplicatePair, { where })).toMatchObject([{ status: 'open', score: 88 }])
  const wish = { keep: keep.id, drop: [drop.id], take: {} }
  const { operation } = await merge(house, lead.caller, Customer, wish)
  const settled = () => world().program.list(DuplicatePair, { where })
  expect(await settled()).toMatchObject([{ status: 'merged' }])
  await undo(house, lead.caller, operation ?? '', {})
  expect(await settled()).toMatchObject([{ status: 'open' }])
})
