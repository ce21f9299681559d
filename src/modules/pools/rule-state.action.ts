/** A recall rule comes into force only when its maker has seen how much it would take tonight. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { compileWhere } from '#kernel/query/compile-where.ts'
import { Customer } from '#modules/customers/index.ts'
import { Pool } from './pool.entity.ts'
import { RecallRule } from './recall-rule.entity.ts'
import { recalledWhere } from './recalled.ts'

const makers = ['sales-lead', 'manager']

/** More than so many, or than this share of all, must be confirmed by their number. */
const manyCustomers = 100
const fewCustomers = 10
const largeShare = 0.2

export const previewRule = defineAction(RecallRule, {
  name: 'preview',
  label: 'See tonight’s customers',
  allow: [...makers, 'sales'],
  opens: true,
  async run(_ctx, rule) {
    return { result: { entity: 'customer', where: recalledWhere(rule) } }
  },
})

export const activateRule = defineAction(RecallRule, {
  name: 'activate',
  label: 'Put in force',
  from: ['draft', 'stopped'],
  to: 'active',
  allow: makers,
  tone: 'primary',
  input: {
    confirmed: f.integer({
      min: '0',
      label: 'Customers it takes tonight',
      help: 'Asked only where it takes many: the number that the program names.',
    }),
  },
  async run(ctx, rule, { confirmed }) {
    const pool = await ctx.find(Pool, rule.pool)
    if ((pool.members ?? []).length === 0) fail('recall.pool-without-member', { pool: pool.name })
    const { taken, all } = await countTonight(ctx, rule)
    const isMany = taken > manyCustomers || (taken > fewCustomers && taken > all * largeShare)
    if (isMany && confirmed !== taken)
      fail('recall.confirm-count', { taken, all }, { field: 'confirmed' })
  },
})

export const stopRule = defineAction(RecallRule, {
  name: 'stop',
  label: 'Stop',
  from: 'active',
  to: 'stopped',
  allow: makers,
  async run() {
    // Nothing more is taken back; what lies in the pool stays there.
  },
})

async function countTonight(ctx: Ctx, rule: RecallRule): Promise<{ taken: number; all: number }> {
  const fits = compileWhere(Customer, recalledWhere(rule), ctx, 'c')
  const [row] = await ctx.sql<{ taken: number; all: number }>(sql`
    select count(*) filter (where ${fits})::int as taken, count(*)::int as all
    from customer c
    where c.tenant = ${ctx.tenant} and c.owner is not null and c.deleted_at is null`)
  return row ?? { taken: 0, all: 0 }
}
