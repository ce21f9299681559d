/** A tax number with a wrong digit is refused by the customer's country, an unusual one kept. */
import { expect, test } from 'vitest'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Customer } from './index.ts'

const world = useWorld(modules)
const rule = 'field.not-a-company-number'

test('the address says in which country a tax number must be right, else the company', async () => {
  const seller = await world().as('sales')
  const create = (taxId: string, country?: string) =>
    seller.create(Customer, {
      name: `Number ${taxId}`,
      taxId,
      ...(country === undefined ? {} : { address: { country, city: 'x' } }),
    })
  await refuses(create('12345678'), rule, 'taxId')
  await refuses(create('91350100M000100Y44', 'CN'), rule, 'taxId')
  await create('12345678', 'DE')
  await create('A123456789')
  const { id } = await create('91350100M000100Y43', 'CN')
  await refuses(seller.update(Customer, id, { taxId: '91350100M000100Y34' }), rule, 'taxId')
  await seller.update(Customer, id, { note: 'As before' })
  expect(await seller.see(Customer, id)).toMatchObject({ taxId: '91350100M000100Y43' })
})
