/** The customer's page says where the goods are, and nothing that is not the customer's. */
import { expect, test } from 'vitest'
import { newId } from '#kernel/db/new-id.ts'
import { createTranslator } from '#kernel/i18n/message.ts'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { failWaybill, noteStation, trackedAt, trackPage, Waybill } from './index.ts'
import { openParcels } from './testing/parcels.ts'

const world = useWorld(modules)
const english = createTranslator('en', {})

async function tracked(draft: object) {
  const shop = await openParcels(world())
  const id = await shop.parcel({ sentOn: '2026-11-18', ...draft })
  const { trackingKey: key } = await world().program.see(Waybill, id)
  const { house, tenant } = world()
  const page = async () =>
    trackPage(await trackedAt(house, { tenant, key: key ?? '' }), 'en', english)
  return { ...shop, id, key: key ?? '', page }
}

test('it shows carrier, number, days and what happened, newest first', async () => {
  const { keeper, id, page } = await tracked({ number: 'T-100', promisedOn: '2026-11-25' })
  await keeper.do(noteStation, id, { what: 'depot', place: 'Taichung', on: '2026-11-19' })
  const html = await page()
  const at = ['HCT', 'T-100', 'Nov', 'Reached a depot · Taichung', 'Handed to the carrier']
  const places = at.map((text) => html.indexOf(text))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  expect(html).toContain('>Underway<')
})

test('it says that it is late, and nothing of the house', async () => {
  const secrets = { number: 'T-101', promisedOn: '2026-11-20', note: 'They pay late' }
  const { id, page } = await tracked(secrets)
  const html = await page()
  expect(html).toContain('Underway, later than expected')
  for (const secret of ['They pay late', 'Ming Yang', id, 'owner', 'Salesperson'])
    expect(html).not.toContain(secret)
})

test('what people wrote is text, whatever it is', async () => {
  const { keeper, id, page } = await tracked({
    number: '<i>7</i>',
    carrier: '"><script>a()</script>',
  })
  const note = { failureReason: 'absent', failureNote: '<img src=x onerror=b()>' } as const
  await keeper.do(failWaybill, id, { ...note, on: '2026-11-19' })
  const html = await page()
  expect(html).not.toMatch(/<(?:script|img|i)\b/u)
  expect(html).toContain('&lt;img src=x onerror=b()&gt;')
  expect(html).toContain('&lt;i&gt;7&lt;/i&gt;')
})

test('a wrong address, another company and a waybill thrown away find nothing', async () => {
  const { id, key } = await tracked({ number: 'T-102' })
  const { tenant, house, program } = world()
  const other = await world().elsewhere()
  for (const address of [
    { tenant, key: 'x'.repeat(43) },
    { tenant, key: "' or 1=1" },
    { tenant, key: '' },
    { tenant: newId(1), key },
    { tenant: other.tenant, key },
  ])
    await refuses(trackedAt(house, address), 'record.not-found')
  await program.remove(Waybill, id)
  await refuses(trackedAt(house, { tenant, key }), 'record.not-found')
})
