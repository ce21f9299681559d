/** Whoever may change a record shares it and takes it back; nobody else does. */
import { beforeAll, expect, test } from 'vitest'
import { Customer } from '#modules/customers/index.ts'
import { Department, User } from '#modules/people/index.ts'
import { useProduct, type Company, type Visitor } from './product.ts'

const product = useProduct()

type Colleague = Visitor & { caller: NonNullable<Visitor['caller']> }

let company: Company
let owner: Colleague
let friend: Colleague
let stranger: Colleague
let storekeeper: Colleague
let press: string
let customer: string

const idOf = ({ caller }: Colleague) => caller.person.id ?? ''

beforeAll(async () => {
  company = await product().company('Lending')
  owner = await company.person({ name: 'Olga', roles: ['sales'] })
  friend = await company.person({ name: 'Fred', roles: ['marketer'] })
  stranger = await company.person({ name: 'Sten', roles: ['sales'] })
  storekeeper = await company.person({ name: 'Stu', roles: ['storekeeper'] })
  await company.within(async (ctx) => {
    press = (await ctx.create(Department, { name: 'Press' })).id
    await ctx.save(User, idOf(stranger), { department: press })
    customer = (await ctx.create(Customer, { name: 'Harbor Cafe', owner: idOf(owner) })).id
  })
}, 120_000)

const url = () => `/api/customer/${customer}`

async function share(visitor: Visitor, wish: Record<string, unknown>) {
  const { status, body } = await visitor.ask('POST', '/api/share', {
    entity: 'customer',
    record: customer,
    ...wish,
  })
  return { status, rule: body.rule, id: (body.row as { id: string } | undefined)?.id ?? '' }
}

const sees = async (visitor: Visitor) => (await visitor.ask('GET', url())).status === 200
const changes = async (visitor: Visitor) =>
  (await visitor.ask('PATCH', url(), { note: String(Math.PI) })).status === 200
const takeBack = async (visitor: Visitor, id: string) =>
  (await visitor.ask('DELETE', `/api/share/${id}`)).status
const mayShare = async (visitor: Visitor) =>
  ((await visitor.ask('GET', url())).body.may as { share: boolean } | undefined)?.share

test('a share to read lets one read, until it is taken back', async () => {
  expect([await sees(friend), await mayShare(owner)]).toEqual([false, true])
  const { status, id } = await share(owner, { person: idOf(friend) })
  expect(status).toBe(201)
  expect([await sees(friend), await changes(friend), await mayShare(friend)]).toEqual([
    true,
    false,
    false,
  ])
  const listed = await owner.ask('GET', '/api/share?columns=person,mayEdit,untilOn')
  expect(listed.body.rows).toMatchObject([{ id, person: idOf(friend), mayEdit: false }])
  expect(await takeBack(owner, id)).toBe(200)
  expect(await sees(friend)).toBe(false)
})

test('a share to edit lets one edit, but neither lend on nor take back', async () => {
  const { id } = await share(owner, { person: idOf(friend), mayEdit: true })
  expect([await sees(friend), await changes(friend), await mayShare(friend)]).toEqual([
    true,
    true,
    false,
  ])
  expect(await share(friend, { person: idOf(stranger) })).toMatchObject({ status: 403 })
  expect((await friend.ask('PATCH', `/api/share/${id}`, { untilOn: '2999-12-31' })).status).toBe(
    403,
  )
  expect(await takeBack(friend, id)).toBe(403)
  expect(await takeBack(owner, id)).toBe(200)
})

test('a share with a department reaches its people, one until a day ends with it', async () => {
  const { id } = await share(owner, { department: press })
  expect([await sees(stranger), await sees(friend)]).toEqual([true, false])
  expect(await takeBack(owner, id)).toBe(200)
  const past = await share(owner, { person: idOf(friend), untilOn: '2020-01-01' })
  expect(await sees(friend)).toBe(false)
  await owner.ask('PATCH', `/api/share/${past.id}`, { untilOn: '2999-12-31' })
  expect(await sees(friend)).toBe(true)
  await takeBack(owner, past.id)
})

test('who may not change the record does not share it, nor see that it is there', async () => {
  const person = idOf(friend)
  expect(await share(stranger, { person })).toMatchObject({ status: 422, rule: 'input.invalid' })
  // Sees every customer, changes none.
  expect(await share(storekeeper, { person })).toMatchObject({ status: 403 })
  expect(await mayShare(storekeeper)).toBe(false)
  const { id } = await share(owner, { person })
  expect([await takeBack(stranger, id), await takeBack(storekeeper, id)]).toEqual([404, 403])
  expect((await storekeeper.ask('GET', `/api/share/${id}`)).status).toBe(200)
  expect((await stranger.ask('GET', `/api/share/${id}`)).status).toBe(404)
  // Nor is a share of one's own moved to a record of others.
  const own = await company.within((ctx) =>
    ctx.create(Customer, { name: 'Own', owner: idOf(stranger) }),
  )
  const made = await stranger.ask('POST', '/api/share', {
    entity: 'customer',
    record: own.id,
    person: idOf(stranger),
    mayEdit: true,
  })
  const moved = { record: customer }
  const shareUrl = `/api/share/${(made.body.row as { id: string }).id}`
  expect((await stranger.ask('PATCH', shareUrl, moved)).status).toBe(422)
  expect(await takeBack(owner, id)).toBe(200)
})

test('a share is with one person or one department', async () => {
  expect(await share(owner, {})).toMatchObject({ rule: 'share.with-one' })
  const both = { person: idOf(friend), department: press }
  expect(await share(owner, both)).toMatchObject({ rule: 'share.with-one' })
})
