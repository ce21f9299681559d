/** Customers, contacts, products and opening stock of the demo company. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { Contact, Customer } from '#modules/customers/index.ts'
import { postStockEntry, StockEntry } from '#modules/inventory/index.ts'
import { CustomerPrice } from '#modules/pricing/index.ts'
import { Product, ProductCategory, Unit } from '#modules/products/index.ts'
import { defaultWarehouse } from '#modules/warehouses/index.ts'
import { categories, products } from './catalogue.ts'
import { customers } from './customers.ts'

export interface Masters {
  customers: { id: string; owner: string; currency: string }[]
  products: { id: string; price: string; isGoods: boolean }[]
}

/** @param people ids of the users by e-mail */
export async function loadMasters(ctx: Ctx, people: Map<string, string>): Promise<Masters> {
  const masters = {
    customers: await addCustomers(ctx, people),
    products: await addProducts(ctx),
  }
  await addCustomerPrices(ctx, masters)
  return masters
}

async function addCustomers(ctx: Ctx, people: Map<string, string>): Promise<Masters['customers']> {
  const owners = ['sales@demo.local', 'lead@demo.local', 'sales@demo.local'].map(
    (email) => people.get(email) ?? '',
  )
  const added: Masters['customers'] = []
  for (const [index, { contact, ...customer }] of customers.entries()) {
    const owner = owners[index % owners.length] ?? ''
    const row = await ctx.create(Customer, {
      ...customer,
      kind: 'company',
      owner,
      ...profileOf(index),
      ...(index % 6 === 0 ? { serviceTerms: '到貨兩年保固；報修後四小時內回覆。' } : {}),
      stage: index % 9 === 8 ? 'dormant' : index % 5 === 4 ? 'prospect' : 'active',
    })
    await ctx.create(Contact, {
      customer: row.id,
      name: contact,
      phone: customer.phone,
      isPrimary: true,
      role: index % 3 === 0 ? 'decides' : 'buys',
      jobTitle: index % 3 === 0 ? '總經理' : '採購',
    })
    added.push({ id: row.id, owner, currency: row.currency })
  }
  return added
}

const types = ['user', 'reseller', 'maker', 'distributor', 'user'] as const
const regions = [
  'central',
  'north',
  'north',
  'south',
  'south',
  'abroad',
  'abroad',
  'abroad',
] as const
const sources = ['展覽', '網站詢價', '客戶介紹', '電話開發']
const needs = ['傳動元件', '氣壓元件', '感測器', '工具機改造', '備品']
const steps = ['first-talk', 'needs', 'offer', 'negotiation', 'contract'] as const

function profileOf(index: number) {
  const at = <T>(list: readonly T[], place: number): T => list[place % list.length] as T
  return {
    type: at(types, index * 3),
    salesRegion: at(regions, index * 3),
    source: at(sources, index),
    needs: [at(needs, index), at(needs, index * 3 + 1)],
    ...(index % 5 === 4 ? { step: at(steps, Math.floor(index / 5)) } : {}),
  }
}

async function addProducts(ctx: Ctx): Promise<Masters['products']> {
  const units = new Map((await ctx.list(Unit, {})).map((unit) => [unit.name, unit.id]))
  const groups = new Map<string, string>()
  for (const name of categories) groups.set(name, (await ctx.create(ProductCategory, { name })).id)
  const added: (Masters['products'][number] & { cost: string })[] = []
  for (const [code, name, spec, category, unit, price, cost] of products) {
    const kind = category === '服務' ? 'service' : 'goods'
    const row = await ctx.create(Product, {
      code,
      name,
      spec,
      price,
      kind,
      category: groups.get(category) ?? null,
      unit: units.get(unit) ?? null,
      minStock: kind === 'goods' ? '20' : null,
    })
    added.push({ id: row.id, price, isGoods: kind === 'goods', cost })
  }
  await addOpeningStock(
    ctx,
    added.filter((product) => product.isGoods),
  )
  return added
}

/** From today on, so that what was sold before stands at the price list. */
async function addCustomerPrices(ctx: Ctx, { customers: whose, products: of }: Masters) {
  const [screw, belt] = [of[0]?.id ?? null, of[5]?.id ?? null]
  const [first, fourth] = [whose[0]?.id ?? null, whose[3]?.id ?? null]
  const note = '年度合約價'
  const validFrom = ctx.today
  await ctx.createMany(CustomerPrice, [
    { customer: first, product: screw, price: '2650', validFrom, note },
    { customer: fourth, product: belt, price: '128', fromQuantity: '50', validFrom, note },
  ])
}

async function addOpeningStock(ctx: Ctx, goods: { id: string; cost: string }[]): Promise<void> {
  const warehouse = await defaultWarehouse(ctx)
  if (!warehouse) throw new Error('The company has no warehouse')
  const lines = goods.map(({ id, cost }, index) => ({
    product: id,
    quantity: String(200 + ((index * 137) % 400)),
    unitCost: cost,
  }))
  const entry = await ctx.create(StockEntry, {
    kind: 'opening',
    warehouse: warehouse.id,
    reason: '期初庫存',
    lines,
  })
  await ctx.do(postStockEntry, entry.id)
}
