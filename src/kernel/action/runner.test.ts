/** The one way to write: what it promises, on a real database. */
import { expect, test } from 'vitest'
import { Department, User } from '../access/user.entity.ts'
import { people } from '../testing/people.ts'
import { sql } from '../db/sql.ts'
import { refuses, useWorld, type Actor } from '../testing/world.ts'
import { idempotencyOf } from './idempotency.ts'
import { create, remove, restore, update } from './crud.ts'

const world = useWorld([people])

test('a record that was made is there, with its audit and its search words', async () => {
  const { house, tenant, as } = world()
  const admin = await as('administrator')
  const sales = await admin.create(Department, { name: '業務部' })
  expect((await admin.see(Department, sales.id)).name).toBe('業務部')
  const [entry] = await house.database.read<{ action: string; after: unknown }>(
    tenant,
    sql`select action, after from audit where tenant = ${tenant} and record = ${sales.id}`,
  )
  expect(entry).toEqual({ action: 'create', after: { name: '業務部' } })
  const found = await admin.list(Department, { where: { search: 'yewubu' } })
  expect(found.map((row) => row.name)).toEqual(['業務部'])
})

test('the same key gives the same answer, another body is refused', async () => {
  const { house, as } = world()
  const { caller } = await as('administrator')
  const wish = (body: unknown) => ({
    idempotency: idempotencyOf('retry-0001', 'POST', '/api/department', body),
  })
  const body = { name: 'Buying' }
  const first = await create(house, caller, Department, body, wish(body))
  const again = await create(house, caller, Department, body, wish(body))
  expect(again).toEqual(first)
  const other = { name: 'Selling' }
  await refuses(create(house, caller, Department, other, wish(other)), 'idempotency.other-body')
})

test('two at once with the same key make one record', async () => {
  const { house, as } = world()
  const { caller } = await as('administrator')
  const body = { name: 'Twin' }
  const wish = { idempotency: idempotencyOf('retry-0002', 'POST', '/api/department', body) }
  const both = await Promise.all(
    [1, 2, 3, 4].map(() => create(house, caller, Department, body, wish)),
  )
  expect(new Set(both.map((row) => row.id)).size).toBe(1)
})

test('a change on an old version is refused with the row as it stands now', async () => {
  const { as } = world()
  const admin = await as('administrator')
  const team = await admin.create(Department, { name: 'North' })
  await admin.update(Department, team.id, { name: 'North-East' }, 1)
  const refusal = await refuses(
    admin.update(Department, team.id, { name: 'South' }, 1),
    'record.changed',
  )
  expect(refusal.status).toBe(409)
  expect(refusal.facts.current).toMatchObject({ name: 'North-East', version: 2 })
})

test('a dry run answers and keeps nothing', async () => {
  const { house, as } = world()
  const { caller, list } = await as('administrator')
  const row = await create(house, caller, Department, { name: 'Imaginary' }, { dryRun: true })
  expect(row.name).toBe('Imaginary')
  expect(await list(Department, { where: { name: 'Imaginary' } })).toEqual([])
})

test('a unique value taken already is refused by its field, in a dry run too', async () => {
  const { house, as } = world()
  const admin = await as('administrator')
  await admin.create(Department, { name: 'Only one' })
  await refuses(admin.create(Department, { name: 'Only one' }), 'field.not-unique', 'name')
  await refuses(
    create(house, admin.caller, Department, { name: 'Only one' }, { dryRun: true }),
    'field.not-unique',
  )
})

test('what one points to must be there and of this company', async () => {
  const { as, elsewhere } = world()
  const admin = await as('administrator')
  const foreign = await (
    await (await elsewhere()).as('administrator')
  ).create(Department, { name: 'Foreign' })
  await refuses(
    admin.create(Department, { name: 'Child', parent: foreign.id }),
    'field.no-such-record',
    'parent',
  )
  await refuses(admin.see(Department, foreign.id), 'record.not-found')
})

test('what is used stays; what is not goes to the bin and comes back', async () => {
  const { house, as } = world()
  const admin = await as('administrator')
  const parent = await admin.create(Department, { name: 'Parent' })
  await admin.create(Department, { name: 'Child of parent', parent: parent.id })
  await refuses(admin.remove(Department, parent.id), 'record.in-use')
  const lone = await admin.create(Department, { name: 'Lone' })
  const where = { search: 'lone' }
  await admin.remove(Department, lone.id)
  expect(await admin.list(Department, { where })).toEqual([])
  expect(await admin.list(Department, { where, deleted: true })).toHaveLength(1)
  await refuses(admin.update(Department, lone.id, { name: 'Still' }), 'record.deleted')
  const back = await restore(house, admin.caller, Department, lone.id)
  expect(back).toMatchObject({ name: 'Lone', deletedAt: null, version: 3 })
  expect(await restore(house, admin.caller, Department, lone.id)).toMatchObject({ version: 3 })
  expect(await admin.list(Department, { where, deleted: true })).toEqual([])
  const [row] = await admin.list(Department, { where })
  expect(row).toMatchObject({ name: 'Lone', deletedAt: null })
})

test('out of the bin comes what one may delete and what belongs to nothing in there', async () => {
  const { house, as, elsewhere } = world()
  const admin = await as('administrator')
  const parent = await admin.create(Department, { name: 'Gone parent' })
  const child = await admin.create(Department, { name: 'Gone child', parent: parent.id })
  for (const { id } of [child, parent]) await admin.remove(Department, id)
  const restored = (by: Actor, id: string) => restore(house, by.caller, Department, id)
  await refuses(restored(await as('sales'), child.id), 'record.not-allowed')
  const foreign = await (await elsewhere()).as('administrator')
  await refuses(restored(foreign, child.id), 'record.not-found')
  const refusal = await refuses(restored(admin, child.id), 'record.points-to-deleted', 'parent')
  expect(refusal.facts).toEqual({ entity: 'Department' })
  for (const { id } of [parent, child]) await restored(admin, id)
  expect(await admin.see(Department, child.id)).toMatchObject({ deletedAt: null })
})

test('the audit keeps what was before and after, and where it came from', async () => {
  const { house, tenant, as } = world()
  const { caller } = await as('administrator')
  const { id } = await create(house, caller, Department, { name: 'Before' })
  await update(house, { ...caller, requestId: 'r-1' }, Department, id, { name: 'After' })
  await update(house, caller, Department, id, { name: 'After' })
  await remove(house, { ...caller, via: 'api' }, Department, id)
  await restore(house, caller, Department, id)
  const entries = await house.database.read<Record<string, unknown>>(
    tenant,
    sql`select action, via, by_user, request, before, after from audit
      where tenant = ${tenant} and record = ${id} order by id`,
  )
  const deletedAt = house.now().toISOString()
  const told = entries.map(({ action, via, before, after }) => [action, via, before, after])
  expect(told).toEqual([
    ['create', 'web', null, { name: 'Before' }],
    ['update', 'web', { name: 'Before' }, { name: 'After' }],
    ['delete', 'api', { deletedAt: null }, { deletedAt }],
    ['restore', 'web', { deletedAt }, { deletedAt: null }],
  ])
  expect(entries.map((entry) => entry.request)).toEqual([null, 'r-1', null, null])
  expect(new Set(entries.map((entry) => entry.by_user))).toEqual(new Set([caller.person.id]))
})

test('nobody without the right writes, and unknown fields are named', async () => {
  const { house, as } = world()
  const clerk = await as('sales')
  await refuses(clerk.create(Department, { name: 'Mine' }), 'record.not-allowed')
  const { caller } = await as('administrator')
  const refusal = await refuses(
    create(house, caller, User, { name: 'A', colour: 'red' }),
    'field.unknown',
    'colour',
  )
  expect(refusal.problems.map((problem) => problem.field)).toContain('email')
  await refuses(
    update(house, caller, Department, caller.person.id ?? '', { name: 'x' }),
    'record.not-found',
  )
})
