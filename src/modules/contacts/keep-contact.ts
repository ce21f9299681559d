/** A contact record that is written, changed or taken away moves the customer's next contact. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import type { Merged } from '#kernel/merge/merge.ts'
import type { Interaction } from './interaction.entity.ts'
import { refreshContacts } from './next-contact.ts'

type Facts = Record<string, unknown>

/** A minute of grace: clocks differ. */
const graceMs = 60_000

export async function keepContact(ctx: Ctx, facts: Facts): Promise<void> {
  const [row, before] = [facts.row as Interaction, facts.before as Interaction | undefined]
  if (row.customer === null && row.lead === null)
    fail('interaction.with-nobody', {}, { field: 'customer' })
  if (new Date(row.happenedAt).getTime() > ctx.now.getTime() + graceMs)
    fail('interaction.in-future', {}, { field: 'happenedAt' })
  if (row.nextOn !== null && row.nextOn !== before?.nextOn && row.nextOn < ctx.today)
    fail('interaction.next-is-past', {}, { field: 'nextOn' })
  await refreshContacts(ctx, customersOf(row, before ?? row))
}

export async function dropContact(ctx: Ctx, facts: Facts): Promise<void> {
  await refreshContacts(ctx, customersOf(facts.row as Interaction))
}

function customersOf(...rows: readonly Interaction[]): string[] {
  return [...new Set(rows.flatMap(({ customer }) => customer ?? []))]
}

export async function mergeContacts(ctx: Ctx, facts: Facts): Promise<void> {
  const { keep, drop } = facts as unknown as Merged
  await refreshContacts(ctx, [keep, drop])
}
