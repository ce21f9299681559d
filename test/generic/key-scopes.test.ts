/** An API key reads no more than it names, also where a record is seen for the sake of another. */
import { expect, test } from 'vitest'
import customers, { Contact, Customer } from '#modules/customers/index.ts'
import people from '#modules/people/index.ts'
import pools from '#modules/pools/index.ts'
import { actorOf, refuses, useWorld, type Actor } from '#kernel/testing/world.ts'

const world = useWorld([people, customers, pools])

function withKey(actor: Actor, scopes: string[]): Actor {
  const { caller } = actor
  return actorOf(world().house, { ...caller, person: { ...caller.person, scopes } })
}

test('contacts are read with their customer, by a key that names them', async () => {
  const amy = await world().as('sales', 'Amy')
  const { id } = await amy.create(Customer, { name: 'Harbor Cafe' })
  const contact = await amy.create(Contact, { customer: id, name: 'Ann' })
  for (const scopes of [['*'], ['contact:read'], ['*:read']]) {
    const found = await withKey(amy, scopes).list(Contact)
    expect(found.map((row) => row.id)).toEqual([contact.id])
  }
  const narrow = withKey(amy, ['customer:read'])
  expect(await narrow.list(Contact)).toEqual([])
  await refuses(narrow.see(Contact, contact.id), 'record.not-found')
  expect((await narrow.see(Customer, id)).name).toBe('Harbor Cafe')
})
