/** "Why can X see this?" is answered with a reason for yes and for no, in the asker's language. */
import { beforeAll, expect, test } from 'vitest'
import { Contact, Customer } from '#modules/customers/index.ts'
import { Department, Role, Share, User } from '#modules/people/index.ts'
import { useProduct, type Company } from './product.ts'

const product = useProduct()

let company: Company
let customer: string
let contact: string
const ids = new Map<string, string>()

beforeAll(async () => {
  company = await product().company('Why')
  const person = async (name: string, wish: object) => {
    const visitor = await company.person({ name, ...wish })
    const id = visitor.caller.person.id ?? ''
    ids.set(name, id)
    return id
  }
  const lead = await person('Lea', { roles: ['sales-lead'] })
  const owner = await person('Sam', { roles: ['sales'], reportsTo: lead })
  await person('Tom', { roles: ['sales'] })
  await person('Mia', { roles: ['marketer'] })
  await person('Fay', { roles: ['finance'] })
  await person('Bob', { roles: ['buyer'] })
  await person('Una', { roles: [] })
  await person('Gus', { roles: ['manager'] })
  await company.within(async (ctx) => {
    const press = await ctx.create(Department, { name: 'Press' })
    await ctx.save(User, ids.get('Bob') ?? '', { department: press.id })
    await ctx.save(User, ids.get('Gus') ?? '', { active: false })
    customer = (await ctx.create(Customer, { name: 'Harbor Cafe', owner })).id
    contact = (await ctx.create(Contact, { name: 'Ann', customer })).id
    const share = { entity: 'customer', record: customer }
    await ctx.create(Share, { ...share, person: ids.get('Mia') ?? '', untilOn: '2099-12-31' })
    await ctx.create(Share, { ...share, department: press.id })
    await ctx.create(Share, { ...share, person: ids.get('Tom') ?? '', untilOn: '2020-01-01' })
    for (const role of await ctx.list(Role, {}))
      if (role.key === 'sales') await ctx.save(Role, role.id, { name: 'Seller' })
  })
}, 120_000)

type Answer = [visible: boolean, because: string[]]

async function why(name: string, path = `customer/${customer}`): Promise<Answer> {
  const url = `/api/${path}/why?user=${ids.get(name) ?? company.administrator.caller?.person.id}`
  const { body } = await company.administrator.ask('GET', url)
  return [body.visible as boolean, body.because as string[]]
}

const notShared = 'It is not shared with this person or the department.'
const seenBy: Record<string, Answer> = {
  Boss: [true, ['Is an administrator and sees everything.']],
  Sam: [
    true,
    ['The role Seller sees it, because: Salesperson is this person. Here Salesperson is Sam.'],
  ],
  Lea: [
    true,
    [
      'The role Sales lead sees it, because: Salesperson is this person or below in the reporting line. Here Salesperson is Sam.',
    ],
  ],
  Fay: [true, ['The role Finance sees all records of this kind.']],
  Mia: [true, ['It is shared with this person until Dec 31, 2099.']],
  Bob: [true, ['It is shared with the department Press.']],
  Tom: [
    false,
    [
      'The role Seller sees only those of which this holds: Salesperson is this person. Here Salesperson is Sam.',
      'It was shared until Jan 1, 2020.',
    ],
  ],
  Una: [false, ['This person has no role.', notShared]],
  Gus: [false, ['This person may not sign in.']],
}

test.each(Object.entries(seenBy))('%s', async (name, answer) => {
  expect(await why(name)).toEqual(answer)
})

test('what is seen with another record is told by that record', async () => {
  expect(await why('Fay', `contact/${contact}`)).toMatchObject([
    true,
    expect.arrayContaining(['Sees Harbor Cafe (Customer), to which this belongs.']),
  ])
  const [visible, because] = await why('Una', `contact/${contact}`)
  expect([visible, because]).toMatchObject([
    false,
    expect.arrayContaining(['Does not see Harbor Cafe (Customer), to which this belongs.']),
  ])
})

test.each([
  ['zh-Hant', '業務員是這個人', '曾經共享'],
  ['zh-Hans', '业务员是这个人', '曾经共享'],
])('in %s', async (locale, scope, share) => {
  const { ask } = company.administrator
  await ask('PATCH', '/api/session/preferences', { locale })
  const [visible, because] = await why('Tom')
  expect(visible).toBe(false)
  expect(because).toEqual([expect.stringContaining(scope), expect.stringContaining(share)])
  expect(because.join('')).not.toMatch(/[a-z]{4,} [a-z]{3,}/u)
})

test('who does not see the record is told nothing, and nobody unknown is explained', async () => {
  const url = `/api/customer/${customer}/why?user=${ids.get('Sam')}`
  const una = await company.person({ roles: ['marketer'] })
  expect((await una.ask('GET', url)).status).toBe(404)
  const unknown = '00000000-0000-7000-8000-000000000000'
  const { status } = await company.administrator.ask(
    'GET',
    `/api/customer/${customer}/why?user=${unknown}`,
  )
  expect(status).toBe(404)
})
