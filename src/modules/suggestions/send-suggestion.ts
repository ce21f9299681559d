/** To whom a suggestion goes, and that they are told of it. */
import { isAdministrator } from '#kernel/access/person.ts'
import { User } from '#kernel/access/user.entity.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { Suggestion } from './suggestion.entity.ts'

type Facts = Record<string, unknown>

export async function sendSuggestion(ctx: Ctx, facts: Facts): Promise<void> {
  await direct(ctx, facts['row'] as Suggestion)
}

/** Who was told of it before is not told once more. */
export async function redirectSuggestion(ctx: Ctx, facts: Facts): Promise<void> {
  const [row, before] = [facts['row'] as Suggestion, facts['before'] as Suggestion]
  if (row.to !== before.to || row.department !== before.department) await direct(ctx, row)
}

async function direct(ctx: Ctx, suggestion: Suggestion): Promise<void> {
  const { id, owner, department } = suggestion
  if (owner !== ctx.me && !isAdministrator(ctx.person))
    fail('suggestion.of-another', {}, { field: 'owner', status: 403 })
  const to = await addressee(ctx, suggestion)
  if (to === owner) fail('suggestion.to-oneself', {}, { field: 'to' })
  if (to !== suggestion.to) await ctx.save(Suggestion, id, { to })
  const people = to === null ? await membersOf(ctx, department) : [to]
  const told = people.filter((person) => person !== owner)
  const notice = { entity: 'suggestion', record: id, people: told, source: id, facts: {} }
  ctx.notify({ ...notice, cause: 'given', rule: 'notice.given' })
}

async function addressee(
  ctx: Ctx,
  { owner, to, department }: Suggestion,
): Promise<Suggestion['to']> {
  if (to !== null && department !== null) fail('suggestion.to-one', {}, { field: 'department' })
  if (to !== null || department !== null) return to
  const { reportsTo } = await ctx.find(User, owner)
  if (reportsTo === null) fail('suggestion.to-nobody', {}, { field: 'to' })
  return reportsTo
}

async function membersOf(ctx: Ctx, department: string | null): Promise<string[]> {
  const people = await ctx.list(User, { department, active: true }, { limit: 500 })
  return people.map(({ id }) => id)
}
