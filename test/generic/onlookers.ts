/** Colleagues with rows of everything, some shared, some deleted; each with their own rights. */
import { personOf } from '#kernel/access/load-person.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { Share, User } from '#modules/people/index.ts'
import { allRows, type Eyes } from './expected-sight.ts'
import type { Company, Product, Visitor } from './product.ts'
import { makeSamples, type Samples } from './samples.ts'

export const who = [
  'administrator',
  'manager',
  'lead',
  'seller',
  'other seller',
  'storekeeper',
  'finance',
  'buyer',
  'service',
  'marketer',
  'seller and storekeeper',
  'nobody special',
] as const

type Name = (typeof who)[number]

export interface Onlooker {
  visitor: Visitor
  eyes: Eyes
}

export interface Onlookers {
  company: Company
  samples: Samples
  of(name: Name): Onlooker
}

export async function openOnlookers(product: Product): Promise<Onlookers> {
  const company = await product.company('Sight')
  const signedIn = await colleagues(company)
  const idOf = (name: Name) => signedIn[name].caller?.person.id ?? ''
  const owners: Name[] = ['seller', 'other seller', 'lead', 'storekeeper', 'seller and storekeeper']
  const samples = await makeSamples(product, company, { people: owners.map(idOf), count: 7 })
  await company.within((ctx) => shareSome(ctx, samples, idOf))
  await deleteTheLast(product, company)
  const onlookers = await look(product, company, signedIn, samples)
  return {
    company,
    samples,
    of: (name) => onlookers.get(name) ?? fail(name),
  }
}

function fail(name: string): never {
  throw new Error(`Who is ${name}?`)
}

async function colleagues(company: Company): Promise<Record<Name, Visitor>> {
  const lead = await company.person({ roles: ['sales-lead'] })
  const reportsTo = lead.caller.person.id
  return {
    administrator: company.administrator,
    lead,
    seller: await company.person({ roles: ['sales'], reportsTo }),
    'other seller': await company.person({ roles: ['sales'] }),
    manager: await company.person({ roles: ['manager'] }),
    storekeeper: await company.person({ roles: ['storekeeper'] }),
    finance: await company.person({ roles: ['finance'] }),
    buyer: await company.person({ roles: ['buyer'] }),
    service: await company.person({ roles: ['service'] }),
    marketer: await company.person({ roles: ['marketer'] }),
    'seller and storekeeper': await company.person({ roles: ['sales', 'storekeeper'] }),
    'nobody special': await company.person({ roles: [] }),
  }
}

/** With a person, with a department, with a person until a day to come, and until one long gone. */
async function shareSome(ctx: Ctx, { ids }: Samples, idOf: (name: Name) => string): Promise<void> {
  const [first, second, third] = ids.get('customer') ?? []
  const [order] = ids.get('order') ?? []
  const department = ids.get('department')?.[0] ?? null
  const share = (wish: Record<string, unknown>) => ctx.create(Share, wish)
  await share({ entity: 'customer', record: second, person: idOf('seller') })
  const past = { person: idOf('other seller'), untilOn: '2020-01-01' }
  await share({ entity: 'customer', record: first, ...past })
  await share({ entity: 'customer', record: third, department })
  await share({ entity: 'order', record: order, person: idOf('marketer'), untilOn: '2999-12-31' })
  await ctx.save(User, idOf('service'), { department })
}

async function deleteTheLast({ house, asOwner }: Product, { tenant }: Company): Promise<void> {
  for (const { table, appendOnly, isLine } of house.registry.entities.values()) {
    if (appendOnly || isLine || table === 'user') continue
    const last = `select id from "${table}" where tenant = $1 order by id desc limit 1`
    await asOwner(`update "${table}" set deleted_at = now() where id = (${last})`, [tenant])
  }
}

async function look(
  { house }: Product,
  company: Company,
  signedIn: Record<Name, Visitor>,
  samples: Samples,
): Promise<Map<string, Onlooker>> {
  const { registry } = house
  const rows = await allRows(registry, company, samples)
  const onlookers = new Map<string, Onlooker>()
  for (const [name, visitor] of Object.entries(signedIn)) {
    const { today, timeZone } = (await company.sight(visitor)).reader
    const id = visitor.caller?.person.id ?? ''
    const person = await personOf(house.database, company.tenant, id, today)
    onlookers.set(name, {
      visitor,
      eyes: { registry, rows, person: person ?? fail(name), today, timeZone },
    })
  }
  return onlookers
}
