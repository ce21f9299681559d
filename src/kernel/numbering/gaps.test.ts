/** Numbers with gaps: nobody waits for another's, none comes twice, the refused's are used. */
import { expect, test } from 'vitest'
import { create } from '../action/crud.ts'
import { sql } from '../db/sql.ts'
import { defineEntity } from '../entity/entity.ts'
import { f } from '../field/f.ts'
import { defineModule } from '../module.ts'
import { fail } from '../base/fail.ts'
import { people } from '../testing/people.ts'
import { useHouse } from '../testing/use-house.ts'

const Crate = defineEntity('crate', {
  label: { one: 'Crate', many: 'Crates' },
  title: 'number',
  fields: { number: f.serial('K{000}', { gaps: true }), name: f.text({ unique: true }) },
  access: { read: ['everyone'], create: ['everyone'], import: ['everyone'] },
})
const quay = defineModule({
  name: 'quay',
  label: 'Quay',
  entities: [Crate],
  on: {
    'crate.create': (_ctx, { row }) =>
      (row as { name: string }).name === 'broken' ? fail('crate.broken') : Promise.resolve(),
  },
  messages: { 'crate.broken': 'This crate is broken.' },
})
const world = useHouse([people, quay], async () => async () => undefined)

const numberOf = async (name: string) => {
  const clerk = await world().as('clerk')
  return (await clerk.create(Crate, { name })).number
}

test('many at once get a number each, and a write under way holds nobody up', async () => {
  await world().within(async (ctx) => {
    await ctx.create(Crate, { name: 'held' })
    const others = await Promise.all(Array.from({ length: 30 }, (_, n) => numberOf(`c${n}`)))
    expect(new Set(others).size).toBe(30)
    expect(others.toSorted().at(-1)).toBe('K031')
  })
})

test('the number of what was refused goes to the next, a trial takes none', async () => {
  const clerk = await world().as('clerk')
  const before = Number((await numberOf('before')).slice(1))
  const trial = { dryRun: true }
  await create(world().house, clerk.caller, Crate, { name: 'trial' }, trial)
  await expect(clerk.create(Crate, { name: 'broken' })).rejects.toMatchObject({
    rule: 'crate.broken',
  })
  expect(Number((await numberOf('after')).slice(1))).toBe(before + 1)
})

test('who passed the numbers of a series goes on in it without waiting for itself', async () => {
  const numbers = await world().within(async (ctx) => {
    const given = await ctx.create(Crate, { number: 'K500', name: 'given' })
    return [given.number, (await ctx.create(Crate, { name: 'next' })).number]
  })
  expect(numbers).toEqual(['K500', 'K501'])
})

test('behind one who holds the counter for long, the database decides who waits', async () => {
  const { house, tenant } = world()
  const last = Number((await numberOf('last')).slice(1))
  const { promise: held, resolve: isHeld } = Promise.withResolvers<void>()
  const slow = house.database.transaction(tenant, async (tx) => {
    await tx.query(
      sql`update counter set next = next + 100
        where tenant = ${tenant} and series = 'crate.number'`,
    )
    isHeld()
    await new Promise((resolve) => setTimeout(resolve, 2600))
  })
  await held
  const number = await numberOf('patient')
  await slow
  expect(Number(number.slice(1))).toBe(last + 101)
}, 15_000)
