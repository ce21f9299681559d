/** A recall rule comes into force only when its maker has seen how much it would take tonight. */
import { defineAction } from '#kernel/action/action.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { confirmMany } from '#modules/customers/index.ts'
import { Pool } from './pool.entity.ts'
import { RecallRule } from './recall-rule.entity.ts'
import { recalledWhere } from './recalled.ts'

const makers = ['sales-lead', 'manager']

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
    await confirmMany(ctx, recalledWhere(rule), { owner: { empty: false } }, confirmed)
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
