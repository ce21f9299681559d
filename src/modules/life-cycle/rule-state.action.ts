/** A stage rule comes into force when its maker has seen whom it moves; it can also run at once. */
import { defineAction } from '#kernel/action/action.ts'
import { f } from '#kernel/field/f.ts'
import { confirmMany } from '#modules/customers/index.ts'
import { movedWhere } from './fitting-customers.ts'
import { StageRule } from './stage-rule.entity.ts'

export const previewStageRule = defineAction(StageRule, {
  name: 'preview',
  label: 'See whom it moves tonight',
  allow: ['sales', 'sales-lead', 'manager'],
  opens: true,
  async run(_ctx, rule) {
    return { result: { entity: 'customer', where: movedWhere(rule) } }
  },
})

export const activateStageRule = defineAction(StageRule, {
  name: 'activate',
  label: 'Put in force',
  from: ['draft', 'stopped'],
  to: 'active',
  allow: ['manager'],
  tone: 'primary',
  input: {
    confirmed: f.integer({
      min: '0',
      label: 'Customers it moves tonight',
      help: 'Asked only where it moves many: the number that the program names.',
    }),
  },
  async run(ctx, rule, { confirmed }) {
    await confirmMany(ctx, movedWhere(rule), {}, confirmed)
  },
})

export const stopStageRule = defineAction(StageRule, {
  name: 'stop',
  label: 'Stop',
  from: 'active',
  to: 'stopped',
  allow: ['manager'],
  async run() {
    // Nobody is moved any more; who was moved stays where they are.
  },
})

export const runStageRules = defineAction(StageRule, {
  name: 'run-now',
  label: 'Run all rules now',
  from: 'active',
  allow: ['manager'],
  confirm: 'All rules in force run now instead of tonight.',
  async run(ctx) {
    ctx.afterCommit('life-cycle.refresh-stages', {})
  },
})
