/** A late or failed delivery is told once, and goes up to the superior if it stays so. */
import { expect, test } from 'vitest'
import { jobCall } from '#kernel/testing/job-call.ts'
import { useWorld, type Actor } from '#kernel/testing/world.ts'
import { addDays } from '#kernel/time/date.ts'
import { sql } from '#kernel/db/sql.ts'
import { modules } from '#modules/index.ts'
import { reportsTo } from '#modules/plans/testing/reports-to.ts'
import { failWaybill, sendWaybillAgain, tellLateJob, Waybill } from './index.ts'
import { openParcels } from './testing/parcels.ts'

const world = useWorld(modules)
const day = '2026-11-23'

async function nights(number: number) {
  const { house, tenant } = world()
  for (let night = 0; night < number; night += 1) {
    const now = new Date(`${addDays(day, night)}T02:00:00Z`)
    await tellLateJob.run(house, jobCall({ tenant, now }))
  }
}

function told({ caller }: Actor, record: string) {
  return world()
    .within((ctx) =>
      ctx.sql<{ rule: string }>(
        sql`select rule from notification where tenant = ${ctx.tenant}
          and person = ${caller.person.id} and record = ${record}
          and rule like 'notice.waybill-%' order by at, id`,
      ),
    )
    .then((rows) => rows.map(({ rule }) => rule))
}

test('late is told once to the salesperson, and a day later to the superior', async () => {
  const shop = await openParcels(world())
  const lead = await world().as('sales-lead')
  await reportsTo(world(), shop.seller, lead)
  const late = await shop.parcel({ sentOn: '2026-11-18', promisedOn: '2026-11-20' })
  const sound = await shop.parcel({ sentOn: '2026-11-18', promisedOn: '2026-12-20' })
  await nights(1)
  await nights(1)
  expect(await told(shop.seller, late)).toEqual(['notice.waybill-late'])
  expect(await told(lead, late)).toEqual([])
  await nights(4)
  expect(await told(shop.seller, late)).toEqual(['notice.waybill-late'])
  expect(await told(lead, late)).toEqual(['notice.waybill-late'])
  expect(await told(shop.seller, sound)).toEqual([])
})

test('what fails, and what is late by a new day, is told anew', async () => {
  const shop = await openParcels(world())
  const { keeper, seller } = shop
  const id = await shop.parcel({ sentOn: '2026-11-18', promisedOn: '2026-11-20' })
  await nights(1)
  await keeper.do(failWaybill, id, { failureReason: 'absent', on: '2026-11-21' })
  await nights(1)
  expect((await told(seller, id)).at(-1)).toBe('notice.waybill-failed')
  await keeper.do(sendWaybillAgain, id, { on: day, until: day })
  expect(await world().program.see(Waybill, id)).toMatchObject({ toldOn: null, promisedOn: day })
  await nights(2)
  expect((await told(seller, id)).at(-1)).toBe('notice.waybill-late')
  await keeper.update(Waybill, id, { promisedOn: '2026-11-26' })
  expect((await world().program.see(Waybill, id)).toldOn).toBeNull()
})
