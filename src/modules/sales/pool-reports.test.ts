/** Claims, contacts and orders out of a pool are counted where they came after the claim. */
import { expect, test } from 'vitest'
import { useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Interaction } from '#modules/contacts/index.ts'
import { Customer } from '#modules/customers/index.ts'
import { claimEntry, Pool, PoolEntry, putInPool } from '#modules/pools/index.ts'
import { poolClaims, poolUse } from './index.ts'

const world = useWorld(modules)

test('what was claimed, spoken with and is still in hand, by pool and by member', async () => {
  const [manager, seller] = [await world().as('manager'), await world().as('sales', 'Claimer')]
  const member = seller.caller.person.id as never
  const { pool, entries } = await world().within(async (ctx) => {
    const made = await ctx.create(Pool, { name: 'South', members: [member] })
    const ids: string[] = []
    for (const name of ['Pooled 1', 'Pooled 2', 'Pooled 3'])
      ids.push((await ctx.create(Customer, { name, owner: null })).id)
    await putInPool(ctx, made.id, ids, 'no-contact')
    return { pool: made.id, entries: await ctx.list(PoolEntry, { pool: made.id }) }
  })
  const [first, second] = entries
  for (const entry of [first, second]) await seller.do(claimEntry, entry?.id ?? '')
  await world().within(async (ctx) => {
    const customer = first?.customer as never
    const happenedAt = ctx.now.toISOString()
    await ctx.create(Interaction, {
      customer,
      owner: member,
      kind: 'call',
      summary: 'x',
      happenedAt,
    })
    await ctx.save(Customer, second?.customer ?? '', { owner: null })
  })
  expect(await manager.report(poolUse)).toEqual([
    {
      pool,
      entered: 3,
      recalled: 3,
      waiting: 1,
      claimed: 2,
      daysToClaim: '0.0',
      ordered: 0,
      conversion: '0.00',
    },
  ])
  expect(await manager.report(poolClaims)).toEqual([
    { member, pool, claimed: 2, inHand: 1, contacted: 1, ordered: 0, conversion: '0.00' },
  ])
  expect(await manager.report(poolClaims, { until: '2020-01-01' })).toEqual([])
})
