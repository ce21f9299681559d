/** The program's database login never has the power to look past row-level security. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ClonedDatabase, cloneDatabase } from '#kernel/testing/cluster.ts'
import { appRole, prepareRoles } from './roles.ts'
import { withClient } from './with-client.ts'

let database: ClonedDatabase

beforeAll(async () => {
  database = await cloneDatabase({ empty: true })
})

afterAll(() => database.drop())

function urlOf(user: string): string {
  const { host, database: name } = database.access.owner
  return `postgresql://${user}:secret@/${name}?host=${encodeURIComponent(host ?? '')}`
}

async function asOwner(text: string): Promise<unknown[]> {
  return withClient(database.access.owner, async (client) => (await client.query(text)).rows)
}

test('the login is bound by row-level security', async () => {
  const { app } = await prepareRoles(database.access.owner)
  await asOwner('create table secret (id integer)')
  await asOwner(`grant select on secret to ${appRole}`)
  await asOwner('insert into secret values (1)')
  await asOwner('alter table secret enable row level security')
  const seen = await withClient(app, (client) => client.query('select * from secret'))
  expect(seen.rows).toEqual([])
  expect(await asOwner('select * from secret')).toEqual([{ id: 1 }])
})

test('several processes may prepare at once', async () => {
  const all = await Promise.all([1, 2, 3].map(() => prepareRoles(database.access.owner)))
  expect(new Set(all.map((access) => access.app.user))).toEqual(new Set([appRole]))
})

test('the password is derived from the owner, the same in every process', async () => {
  const owner = { connectionString: urlOf('shangmai_owner') }
  const [first, second] = await Promise.all([prepareRoles(owner), prepareRoles(owner)])
  expect(first.app.password).toMatch(/^[0-9a-f]{64}$/)
  expect(first.app.password).toBe(second.app.password)
  expect(first.owner).toMatchObject({ user: 'shangmai_owner', password: 'secret' })
})

test('another login takes part in the rights, unless it is too powerful', async () => {
  const name = `login_${database.access.owner.database}`
  await asOwner(`create role ${name} login`)
  const { app } = await prepareRoles(database.access.owner, urlOf(name))
  expect(app.user).toBe(name)
  const member = `select pg_has_role('${name}', '${appRole}', 'usage') as member`
  expect(await asOwner(member)).toEqual([{ member: true }])
  await asOwner(`alter role ${name} bypassrls`)
  const powerful = prepareRoles(database.access.owner, urlOf(name))
  await expect(powerful).rejects.toThrow('could see the rows of every company')
  const unknown = prepareRoles(database.access.owner, urlOf('nobody_at_all'))
  await expect(unknown).rejects.toThrow('role "nobody_at_all" does not exist')
})
