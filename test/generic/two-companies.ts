/** Two companies in one database, each with rows and things of everything. */
import { columnName } from '#kernel/entity/entity.ts'
import { typeOf } from '#kernel/field/types.ts'
import { makeOwnThings, type OwnThings } from './own-things.ts'
import type { Answer, Company, Product, Visitor } from './product.ts'
import { makeSamples, type Samples } from './samples.ts'

export interface Side {
  company: Company
  visitor: Visitor
  samples: Samples
  things: OwnThings
}

export interface Sides {
  here: Side
  there: Side
  /** What an answer tells of the other company, but for an id that was asked. */
  leaks(what: string, answer: Answer, asked?: unknown): string[]
}

/** Stands in every name of the other company. */
const mark = 'Only over there'

export async function openSides(product: Product): Promise<Sides> {
  const there = await openSide(product, mark)
  const here = await openSide(product, 'Here')
  await markTitles(product, there)
  await there.visitor.ask('POST', '/api/customer', { name: mark })
  const ids = [...there.samples.ids.values()].flat()
  const foreign = new Set([...ids, ...Object.values(there.things), there.company.tenant])
  const leaks = (what: string, { text }: Answer, asked: unknown = '') => {
    const own = JSON.stringify(asked)
    const shown = text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu) ?? []
    const ids = shown.filter((id) => foreign.has(id) && !own.includes(id))
    return ids.length > 0 || text.includes(mark) ? [`${what} tells of them`] : []
  }
  return { here, there, leaks }
}

async function openSide(product: Product, name: string): Promise<Side> {
  const company = await product.company(name)
  const visitor = company.administrator
  const people = [visitor.caller?.person.id ?? '']
  const samples = await makeSamples(product, company, { people, count: 2, onlyNew: true })
  return { company, visitor, samples, things: await makeOwnThings(product, visitor) }
}

async function markTitles({ asOwner, house }: Product, { company }: Side): Promise<void> {
  const updates = [...house.registry.entities.values()].flatMap(({ table, title, fields }) => {
    const field = fields[title]
    if (!field || typeOf(field).column !== 'text' || field.options) return []
    const set = `set "${columnName(title)}" = '${mark} ' || id`
    return [`update "${table}" ${set} where tenant = '${company.tenant}'`]
  })
  await asOwner(updates.join(';'))
}
