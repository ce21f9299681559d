/** A filter on lines holds for the documents of which at least one line fulfils it. */
import { expect, test } from 'vitest'
import { newId } from '#kernel/db/new-id.ts'
import { useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Order } from '#modules/orders/index.ts'
import { draftOrder, openShop } from '#modules/orders/testing/shop.ts'
import { matches } from '#kernel/query/matches.ts'
import type { Where } from '#kernel/query/where.ts'

const world = useWorld(modules)

test('the list and one loaded row agree on it', async () => {
  const lamp = { onHand: '9', unitCost: '40' }
  const shop = await openShop(world(), [lamp, lamp])
  const [first = '', second = ''] = shop.goods
  const one = await draftOrder(shop, ['2'])
  const both = await draftOrder(shop, ['1', '7'])
  const expected: [Where, string[]][] = [
    [{ 'lines.product': first }, [one.id, both.id]],
    [{ 'lines.product': second }, [both.id]],
    [{ 'lines.product': [second, newId()] }, [both.id]],
    [{ 'lines.quantity': { over: '2' } }, [both.id]],
    [{ 'lines.product': first, 'lines.quantity': { over: '2' } }, [both.id]],
    [{ not: { 'lines.product': second } }, [one.id]],
    [{ any: [{ 'lines.quantity': '7' }, { id: one.id }] }, [one.id, both.id]],
    [{ 'lines.product': newId() }, []],
  ]
  const { person } = shop.seller.caller
  const beholder = { person, today: '2026-11-23', timeZone: 'Asia/Taipei' }
  const orders = await Promise.all([one, both].map(({ id }) => shop.seller.see(Order, id)))
  for (const [where, ids] of expected) {
    const rows = await shop.seller.list(Order, { where, sort: 'number' })
    expect(rows.map(({ id }) => id)).toEqual(ids)
    const kept = orders.filter((order) => matches(Order, { ...order }, where, beholder))
    expect(kept.map(({ id }) => id)).toEqual(ids)
  }
})
