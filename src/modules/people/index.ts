/** People: who works here, in which department, with which roles and rights. */
import { Department, Role, RoleGrant, Share, User } from '#kernel/access/user.entity.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { defineModule } from '#kernel/module.ts'
import { refuseCircle } from './reporting-line.ts'

export { Department, Role, RoleGrant, Share, User } from '#kernel/access/user.entity.ts'
export { roleKeys, seedRoles } from './default-roles.ts'

type Facts = Record<string, unknown>

async function checkUser(ctx: Ctx, facts: Facts): Promise<void> {
  const user = facts.row as User
  await refuseCircle(ctx, user.id, user.reportsTo)
  const known = new Set((await ctx.list(Role, {})).map((role) => role.key))
  const unknown = (user.roles ?? []).find((role) => known.size > 0 && !known.has(role))
  if (unknown) fail('user.unknown-role', { role: unknown }, { field: 'roles' })
}

/** A share is with one person or with one department. */
async function checkShare(_ctx: Ctx, facts: Facts): Promise<void> {
  const { person, department } = facts.row as Share
  if ((person === null) === (department === null)) fail('share.with-one', {}, { field: 'person' })
}

export default defineModule({
  name: 'people',
  label: 'People',
  capabilities: [53, 54, 151],
  menu: [{ group: 'Rules', open: 'share' }],
  entities: [Department, User, Role, RoleGrant, Share],
  on: {
    'user.create': checkUser,
    'user.update': checkUser,
    'share.create': checkShare,
    'share.update': checkShare,
  },
  // Who sees to the program looks first whether it needs her.
  homes: {
    administrator: [
      { kind: 'health', of: null, wide: false },
      { kind: 'list', of: 'user', wide: false },
      { kind: 'open', of: null, wide: true },
      { kind: 'log', of: null, wide: true },
    ],
  },
  messages: {
    'user.circle': 'A reporting line must not lead back to the same person.',
    'user.unknown-role': 'There is no role {role}.',
    'share.with-one': 'Choose one person or one department.',
  },
})
