/** The bench's two companies, made through the program's own doors: people, goods, stock, keys. */
import { administrator, program } from '#kernel/access/person.ts'
import type { Caller } from '#kernel/action/caller.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { openCtx } from '#kernel/action/open-ctx.ts'
import { write } from '#kernel/action/write.ts'
import type { House } from '#kernel/house.ts'
import { makeApiKey } from '#kernel/session/api-keys.ts'
import { createCompany } from '#kernel/session/set-up.ts'
import { setUpCompany } from '#app/set-up-company.ts'
import { postStockEntry, StockEntry } from '#modules/inventory/index.ts'
import { User } from '#modules/people/index.ts'
import { Product, Unit } from '#modules/products/index.ts'
import { defaultWarehouse } from '#modules/warehouses/index.ts'
import { salespeople } from '../options.ts'
import { dice } from './names.ts'

export interface Company {
  tenant: string
  /** Number of the company, 1 or 2. */
  number: number
  customers: number
  warehouse: string
  salespeople: string[]
  products: { id: string; price: string; unit: string | null; name: string }[]
  /** API keys: of the first salesperson, and of the administrator. */
  keys: { sales: string; administrator: string }
}

/** By these the administrator signs in, in a browser too. */
export const adminEmail = (company: number) => `admin${company}@bench.example`
export const adminPassword = 'a-long-enough-password'

export async function openCompany(
  house: House,
  number: number,
  customers: number,
  products: number,
): Promise<Company> {
  const { tenant, user } = await createCompany(
    house,
    {
      company: `量測貿易 ${number}`,
      country: 'TW',
      currency: 'TWD',
      timeZone: 'Asia/Taipei',
      locale: 'zh-Hant',
      name: '管理員',
      email: adminEmail(number),
      password: adminPassword,
    },
    setUpCompany,
  )
  const person = { ...program, id: user, roles: [administrator] }
  const caller: Caller = { tenant, person, via: 'setup' }
  const within = <T>(work: (ctx: Ctx) => Promise<T>) =>
    write(house, caller, {}, (unit) => work(openCtx(unit)))
  const people = await within((ctx) => addPeople(ctx, number))
  const goods = await within((ctx) => addProducts(ctx, products))
  const warehouse = await within((ctx) => addStock(ctx, goods))
  const keyOf = (id: string) => keyFor(house, tenant, id)
  const keys = { sales: await keyOf(people[0] ?? ''), administrator: await keyOf(user) }
  return { tenant, number, customers, warehouse, salespeople: people, products: goods, keys }
}

async function addPeople(ctx: Ctx, number: number): Promise<string[]> {
  const ids: string[] = []
  for (let nth = 1; nth <= salespeople; nth += 1) {
    const email = `sales${nth}@bench${number}.example`
    const user = await ctx.create(User, { name: `業務 ${nth}`, email, roles: ['sales'] })
    ids.push(user.id)
  }
  return ids
}

async function addProducts(ctx: Ctx, most: number): Promise<Company['products']> {
  const unit = await ctx.first(Unit, {})
  const roll = dice(most)
  const drafts = Array.from({ length: most }, (_, index) => ({
    code: `P${String(index + 1).padStart(5, '0')}`,
    name: `商品 ${index + 1}`,
    price: `${10 + roll(990)}.${roll(10)}`,
    unit: unit?.id ?? null,
  }))
  const rows = await ctx.createMany(Product, drafts)
  return rows.map(({ id, price, unit: own, name }) => ({ id, price, unit: own, name }))
}

/** More of everything than a run can sell. */
async function addStock(ctx: Ctx, products: Company['products']): Promise<string> {
  const warehouse = await defaultWarehouse(ctx)
  if (!warehouse) throw new Error('The company has no warehouse')
  for (let from = 0; from < products.length; from += 500) {
    const lines = products.slice(from, from + 500).map(({ id, price }) => {
      return { product: id, quantity: '100000000', unitCost: price }
    })
    const entry = await ctx.create(StockEntry, {
      kind: 'opening',
      warehouse: warehouse.id,
      reason: '期初庫存',
      lines,
    })
    await ctx.do(postStockEntry, entry.id)
  }
  return warehouse.id
}

function keyFor(house: House, tenant: string, user: string): Promise<string> {
  const visit = { address: '127.0.0.1', agent: 'bench', requestId: 'bench', at: house.now() }
  const wish = { name: 'bench', scopes: ['*'], expiresOn: null }
  return makeApiKey(house, { tenant, user }, wish, visit)
}
