/** Each person's home page is kept with the person, in the order of the tiles. */
import { expect, test } from 'vitest'
import { useProduct } from './product.ts'

const product = useProduct()

test('tiles are kept in their order, and none means the usual page again', async () => {
  const company = await product().company('Tiled')
  const seller = await company.person({ roles: ['sales'] })
  const keep = (given: unknown) => seller.ask('PATCH', '/api/session/home', { tiles: given })
  const tiles = [
    { kind: 'recent', of: null, wide: false },
    { kind: 'work', of: 'order', wide: true },
  ]
  expect((await keep(tiles)).body).toEqual({ tiles })
  expect((await seller.ask('GET', '/api/session')).body).toMatchObject({ tiles })
  expect((await company.administrator.ask('GET', '/api/session')).body.tiles).toEqual([])
  expect((await keep([{ kind: 'odd', of: 'x', wide: false }])).status).toBe(422)
  expect((await keep(Array.from({ length: 31 }, () => tiles[0]))).status).toBe(422)
  expect((await keep([])).body).toEqual({ tiles: [] })
})

test('a role begins with a home, which gives way to the own one', async () => {
  const company = await product().company('Begun')
  const seller = await company.person({ roles: ['service', 'sales'] })
  const { ask } = company.administrator
  const roles = (await ask('GET', '/api/role?limit=200')).body.rows as {
    id: string
    key: string
    name: string
  }[]
  const role = roles.find(({ key }) => key === 'sales')
  const tiles = [{ kind: 'view', of: role?.id, wide: true }]
  const lay = (given: unknown) => ask('PATCH', '/api/rights/home', { role: role?.id, tiles: given })
  const own = async () => (await seller.ask('GET', '/api/session')).body
  expect((await own()).roleHome).toBeNull()
  expect((await lay(tiles)).body).toEqual({ tiles })
  expect(await own()).toMatchObject({ tiles: [], roleHome: { role: role?.name, tiles } })
  const other = [{ kind: 'recent', of: null, wide: false }]
  await seller.ask('PATCH', '/api/session/home', { tiles: other })
  expect(await own()).toMatchObject({ tiles: other, roleHome: { tiles } })
  const log = (await ask('GET', `/api/audit?record=${role?.id}`)).body.entries as object[]
  expect(log[0]).toMatchObject({ action: 'home-arranged' })
  expect((await lay([{ kind: 'odd', of: null, wide: false }])).status).toBe(422)
  await lay([])
  expect((await own()).roleHome).toBeNull()
})

test('an administrator begins with a declared home, and may lay out another', async () => {
  const company = await product().company('Seen to')
  const { ask } = company.administrator
  type Home = { tiles: object[] }
  type Key = { id: string; key: string }
  const own = async () => (await ask('GET', '/api/session')).body.roleHome as Home
  const declared = (await own()).tiles
  expect(declared).toContainEqual({ kind: 'health', of: null, wide: false })
  expect(declared).toContainEqual({ kind: 'list', of: 'user', wide: false })
  const roles = (await ask('GET', '/api/role?limit=200')).body.rows as Key[]
  const role = roles.find(({ key }) => key === 'administrator')?.id
  expect((await ask('GET', `/api/rights/home?role=${role}`)).body).toEqual({ tiles: declared })
  const tiles = [{ kind: 'log', of: null, wide: true }]
  await ask('PATCH', '/api/rights/home', { role, tiles })
  expect((await own()).tiles).toEqual(tiles)
  await ask('PATCH', '/api/rights/home', { role, tiles: [] })
  expect((await own()).tiles).toEqual(declared)
})
