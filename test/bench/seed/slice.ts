/** One worker's part of the seed: customers with search words, their contacts and their orders. */
import type { Client } from 'pg'
import type { Entity } from '#kernel/entity/entity.ts'
import type { Values } from '#kernel/entity/parse-draft.ts'
import type { Place } from '#kernel/field/field.ts'
import { formatNumber } from '#kernel/numbering/pattern.ts'
import type { Registry } from '#kernel/registry.ts'
import { featuresOf } from '#kernel/likeness/features.ts'
import { keysOf } from '#kernel/likeness/keys.ts'
import { addDays } from '#kernel/time/date.ts'
import { searchDoc } from '#kernel/search/search-doc.ts'
import type { SeenWith } from '#kernel/search/owner-words.ts'
import { copyEntity, copyTable, wholeRow, type Copy } from './copy.ts'
import { idAt } from './ids.ts'
import { companyName, dice, personName } from './names.ts'

export interface Slice {
  tenant: string
  /** Number of the company, 1 or 2. */
  company: number
  from: number
  until: number
  salespeople: string[]
  products: { id: string; price: string; unit: string | null; name: string }[]
  warehouse: string
}

/** The first record is this old; each is a second younger than the one before. */
export const firstAt = Date.UTC(2026, 9, 1) - 1_100_000_000

interface Pens {
  customer: Copy
  contact: Copy
  order: Copy
  line: Copy
  doc: Copy
  key: Copy
}

/** One customer in so many has two contacts; of these one in five buys often. */
const contactEvery = 10
export const buyerEvery = 50
export const ordersEach = 10

export const tables = [
  'customer',
  'contact',
  'order',
  'order_line',
  'search_doc',
  'duplicate_key',
  'interaction',
] as const

interface Nouns {
  customer: Entity
  contact: Entity
  order: Entity
  line: Entity
}

/** @param clients one connection for each table that is written at the same time */
export async function writeSlice(
  registry: Registry,
  clients: readonly Client[],
  place: Place,
  slice: Slice,
): Promise<void> {
  const nouns = nounsOf(registry)
  const { tenant } = slice
  const pens = pensOf(clients, nouns, tenant)
  const derive = registry.derivations.get('order')
  for (let index = slice.from; index < slice.until; index += 1) {
    const roll = dice(index * 7 + slice.company)
    const customer = customerAt(nouns, place, slice, index, roll)
    await write(tenant, pens.customer, pens, nouns.customer, customer, {})
    const titles = { customer: String(customer.name) }
    if (index % contactEvery === 0)
      for (let nth = 0; nth < 2; nth += 1)
        await write(
          tenant,
          pens.contact,
          pens,
          nouns.contact,
          contactAt(nouns, place, slice, index * 2 + nth, customer, roll),
          titles,
          { entity: nouns.customer, row: customer },
        )
    if (index % buyerEvery !== 0) continue
    for (let nth = 0; nth < ordersEach; nth += 1) {
      const count = (index / buyerEvery) * ordersEach + nth
      const draft = orderAt(nouns, place, slice, count, customer, roll)
      const order: Values & { id: string } = { ...draft, ...derive?.(draft, place), ...ended(roll) }
      await write(tenant, pens.order, pens, nouns.order, order, titles)
      await writeLines(pens.line, order)
    }
  }
  for (const pen of Object.values(pens)) await pen.end()
}

function nounsOf({ entities }: Registry): Nouns {
  const named = (name: string) => {
    const entity = entities.get(name)
    if (!entity) throw new Error(`No such entity: ${name}`)
    return entity
  }
  return {
    customer: named('customer'),
    contact: named('contact'),
    order: named('order'),
    line: named('order-line'),
  }
}

function pensOf(clients: readonly Client[], nouns: Nouns, tenant: string): Pens {
  const [one, two, three, four, five, six] = clients
  if (!one || !two || !three || !four || !five || !six)
    throw new Error('Six connections are needed')
  const columns = ['tenant', 'entity', 'record', 'title', 'subtitle', 'words', 'whose']
  return {
    customer: copyEntity(one, nouns.customer, tenant),
    contact: copyEntity(two, nouns.contact, tenant),
    order: copyEntity(three, nouns.order, tenant),
    line: copyEntity(four, nouns.line, tenant),
    doc: copyTable(five, 'search_doc', columns, (row) => [
      tenant,
      ...columns.slice(1).map((column) => row[column]),
    ]),
    key: copyTable(six, 'duplicate_key', ['tenant', 'entity', 'key', 'record'], (row) => [
      tenant,
      row.entity,
      row.key,
      row.record,
    ]),
  }
}

async function write(
  tenant: string,
  pen: Copy,
  { doc, key: keys }: Pick<Pens, 'doc' | 'key'>,
  entity: Entity,
  row: Values & { id: string },
  titles: Record<string, string>,
  seenWith?: SeenWith,
): Promise<void> {
  await pen.add(row)
  await doc.add({ ...searchDoc(tenant, entity, row, titles, { seenWith }) })
  for (const key of entity.duplicates ? keysOf(featuresOf(entity.duplicates, row)) : [])
    await keys.add({ entity: entity.name, key, record: row.id })
}

function stamped(at: number, by: string | undefined): Values {
  const instant = new Date(at).toISOString()
  return { createdAt: instant, createdBy: by, updatedAt: instant, updatedBy: by }
}

const industries = ['電子', '食品', '紡織', '機械', '零售', '建材', '醫療', '物流']
const cities = ['臺北市', '新北市', '桃園市', '臺中市', '高雄市', '上海市', '深圳市']
const stages = ['active', 'active', 'active', 'active', 'prospect', 'prospect', 'dormant', 'lost']

/** Everyone has their share among any hundred neighbours, and among those who buy. */
export function ownerAt(index: number, people: number): number {
  return (index * 37 + Math.floor(index / people)) % people
}

type Roll = (sides: number) => number

function customerAt(nouns: Nouns, place: Place, slice: Slice, index: number, roll: Roll) {
  const at = firstAt + index * 1000
  const owner = slice.salespeople[ownerAt(index, slice.salespeople.length)]
  const isPerson = roll(10) === 0
  const given = {
    id: idAt(slice.company, 'customer', index, at),
    ...stamped(at, owner),
    number: formatNumber('C{00000}', place.today, index + 1),
    name: isPerson ? personName(roll) : companyName(roll),
    code: `K${(index * 7919) % 10_000_019}-${index}`,
    kind: isPerson ? 'person' : 'company',
    level: ['A', 'B', 'C', 'D'][roll(4)],
    stage: stages[roll(stages.length)],
    owner,
    phone: `+8862${String(20_000_000 + roll(79_999_999))}`,
    email: `c${index}@example${roll(900)}.com`,
    industry: industries[roll(industries.length)],
    ownedSince: new Date(at).toISOString(),
    ...contactedAt(place, index, at),
    address: {
      country: 'TW',
      city: cities[roll(cities.length)],
      street: `中正路${roll(900) + 1}號`,
    },
  }
  return wholeRow(nouns.customer, given, place)
}

/** One in twenty is to be spoken with again, half of them by today. */
function contactedAt({ today }: Place, index: number, at: number): Values {
  const next = index % 20 === 0 ? addDays(today, (Math.floor(index / 20) % 20) - 9) : null
  const lastAt = at + (index % 50) * 86_400_000
  return { lastContactAt: new Date(lastAt).toISOString(), nextContactOn: next }
}

function contactAt(
  nouns: Nouns,
  place: Place,
  slice: Slice,
  index: number,
  customer: Values & { id: string },
  roll: Roll,
) {
  const at = firstAt + index * 500
  const given = {
    id: idAt(slice.company, 'contact', index, at),
    ...stamped(at, customer.owner as string),
    customer: customer.id,
    name: personName(roll),
    jobTitle: ['採購', '經理', '會計', '總經理'][roll(4)],
    mobile: `+8869${String(10_000_000 + roll(89_999_999))}`,
    email: `p${index}@example${roll(900)}.com`,
    isPrimary: index % 2 === 0,
  }
  return wholeRow(nouns.contact, given, place)
}

function orderAt(
  nouns: Nouns,
  place: Place,
  slice: Slice,
  index: number,
  customer: Values & { id: string },
  roll: Roll,
) {
  const at = firstAt + index * 5000
  const day = new Date(at).toISOString().slice(0, 10)
  const given = {
    id: idAt(slice.company, 'order', index, at),
    ...stamped(at, customer.owner as string),
    number: formatNumber('SO-{year}{month}-{0000000}', day, index + 1),
    customer: customer.id,
    orderedOn: day,
    warehouse: slice.warehouse,
    owner: customer.owner,
    shipName: customer.name,
    shipTo: customer.address,
    lines: Array.from({ length: 1 + roll(7) }, (_, nth) =>
      lineAt(nouns, place, slice, index * 10 + nth, nth, at, roll),
    ),
  }
  return wholeRow(nouns.order, given, place)
}

function lineAt(
  nouns: Nouns,
  place: Place,
  slice: Slice,
  index: number,
  nth: number,
  at: number,
  roll: Roll,
) {
  const product = slice.products[roll(slice.products.length)]
  const given = {
    id: idAt(slice.company, 'line', index, at),
    position: nth + 1,
    product: product?.id,
    description: product?.name,
    quantity: String(1 + roll(20)),
    unit: product?.unit,
    unitPrice: product?.price,
    taxPercent: '5',
  }
  return wholeRow(nouns.line, given, place)
}

/** Orders of the past: nearly all went through, some did not. */
function ended(roll: Roll): Values {
  return { status: roll(20) === 0 ? 'cancelled' : 'closed' }
}

async function writeLines(pen: Copy, order: Values & { id: string }): Promise<void> {
  for (const line of order.lines as Values[]) {
    const done = order.status === 'closed' ? line.quantity : '0'
    await pen.add({ ...line, parent: order.id, shippedQuantity: done, invoicedQuantity: done })
  }
}
