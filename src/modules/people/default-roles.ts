/** The roles a company starts with; what each may do stands in the entities' declarations. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { Role } from '#kernel/access/user.entity.ts'

const roles: [key: string, name: string][] = [
  ['administrator', 'Administrator'],
  ['manager', 'Manager'],
  ['sales', 'Salesperson'],
  ['sales-lead', 'Sales lead'],
  ['buyer', 'Buyer'],
  ['storekeeper', 'Storekeeper'],
  ['finance', 'Finance'],
  ['service', 'Service agent'],
  ['marketer', 'Marketer'],
]

/** Keys of the roles the program knows. */
export const roleKeys: readonly string[] = roles.map(([key]) => key)

export async function seedRoles(ctx: Ctx): Promise<void> {
  const known = new Set((await ctx.list(Role, {})).map((role) => role.key))
  for (const [key, name] of roles) {
    if (!known.has(key)) await ctx.create(Role, { key, name: ctx.words(name) })
  }
}
