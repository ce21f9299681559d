/** A form that should bring nothing more is closed; it can be opened again at the same address. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { newToken } from '#kernel/session/token.ts'
import { LeadForm } from './lead-form.entity.ts'

export const closeForm = defineAction(LeadForm, {
  name: 'close',
  label: 'Close the form',
  from: 'open',
  to: 'closed',
  allow: { 'sales-lead': 'all', manager: 'all', marketer: 'all' },
  tone: 'quiet',
  confirm: 'Whoever opens its address reads that the form is closed.',
  async run() {},
})

export const reopenForm = defineAction(LeadForm, {
  name: 'reopen',
  label: 'Open again',
  from: 'closed',
  to: 'open',
  allow: { 'sales-lead': 'all', manager: 'all', marketer: 'all' },
  async run() {},
})

/** @throws {Refusal} `lead-form.…` at the question that lacks something */
export async function checkForm(_ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const { asks, musts } = facts.row as LeadForm
  const asked = asks ?? []
  if (!asked.includes('phone') && !asked.includes('email'))
    fail('lead-form.asks-no-way', {}, { field: 'asks' })
  if ((musts ?? []).some((one) => !asked.includes(one)))
    fail('lead-form.must-not-asked', {}, { field: 'musts' })
}

export async function giveAddress(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  await checkForm(ctx, facts)
  await ctx.save(LeadForm, (facts.row as LeadForm).id, { key: newToken() })
}
