/** The roles a company starts with; what each may do stands in the entities' declarations. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { Role } from '#kernel/access/user.entity.ts'

const roles: [key: string, english: string, chinese: string][] = [
  ['administrator', 'Administrator', '系統管理員'],
  ['manager', 'Manager', '經理'],
  ['sales', 'Salesperson', '業務員'],
  ['sales-lead', 'Sales lead', '業務主管'],
  ['buyer', 'Buyer', '採購'],
  ['storekeeper', 'Storekeeper', '倉管'],
  ['finance', 'Finance', '財務'],
  ['service', 'Service agent', '客服'],
  ['marketer', 'Marketer', '行銷'],
]

/** Keys of the roles the program knows. */
export const roleKeys: readonly string[] = roles.map(([key]) => key)

export async function seedRoles(ctx: Ctx, locale: string): Promise<void> {
  const known = new Set((await ctx.list(Role, {})).map((role) => role.key))
  for (const [key, english, chinese] of roles) {
    if (!known.has(key)) await ctx.create(Role, { key, name: locale === 'en' ? english : chinese })
  }
}
