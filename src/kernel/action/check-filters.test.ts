/** Rows that a right reaches: what cannot be asked of a new record is refused when it is kept. */
import { beforeAll, expect, test } from 'vitest'
import { Department, Role, RoleGrant, User } from '../access/user.entity.ts'
import { personOf } from '../access/load-person.ts'
import { people } from '../testing/people.ts'
import { actorOf, refuses, useWorld, type Actor } from '../testing/world.ts'

const world = useWorld([people])

let role: string
let admin: Actor

beforeAll(async () => {
  admin = await world().as('administrator')
  role = (await admin.create(Role, { key: 'recruiter', name: 'Recruiter' })).id
})

const grant = (scope: unknown) =>
  admin.create(RoleGrant, { role, entity: 'user', right: 'create', scope })

test.each([
  [{ search: 'amy' }],
  [{ any: [{ active: true }, { search: 'amy' }] }],
  [{ not: { not: { search: 'amy' } } }],
])('a right is not bound to a search: %j', async (scope) => {
  await refuses(grant(scope), 'filter.no-search', 'scope')
})

test('a right to add records reaches those of the department', async () => {
  const { house, tenant } = world()
  const sales = await admin.create(Department, { name: 'Sales' })
  const amy = await world().as('recruiter', 'Amy')
  const bob = await world().as('recruiter', 'Bob')
  const eve = await world().as('recruiter', 'Eve')
  const idOf = (actor: Actor) => actor.caller.person.id ?? ''
  for (const one of [amy, bob]) await admin.update(User, idOf(one), { department: sales.id })
  await grant({ reportsTo: 'my-department' })
  house.grants.forget(tenant)
  const person = await personOf(house.database, tenant, idOf(amy), '2026-11-23')
  if (!person) throw new Error('Amy is there')
  const now = actorOf(house, { ...amy.caller, person })
  const add = (name: string, superior: Actor) =>
    now.create(User, { name, email: `${name}@harbor.example`, reportsTo: idOf(superior) })
  expect((await add('ann', amy)).name).toBe('ann')
  expect((await add('ben', bob)).name).toBe('ben')
  await refuses(add('una', eve), 'record.not-allowed')
  const listed = await now.list(User, { where: { reportsTo: 'my-department' } })
  expect(listed.map(({ name }) => name).sort()).toEqual(['ann', 'ben'])
})
