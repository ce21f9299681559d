/** The sign-in directory follows the records of the users. */
import type { Listener } from '../module.ts'
import { syncLogin } from './login.ts'

interface UserRow {
  id: string
  email: string
  active: boolean
  deletedAt: string | null
}

const follow: Listener = async (ctx, facts) => {
  const { id, email, active, deletedAt } = facts.row as UserRow
  const mayEnter = active && deletedAt === null
  await syncLogin({ query: (asked) => ctx.sql(asked) }, ctx.tenant, id, email, mayEnter)
}

/** For the module that owns the users: `on: followUsers`. */
export const followUsers: Readonly<Record<string, Listener>> = {
  'user.create': follow,
  'user.update': follow,
  'user.delete': follow,
  'user.restore': follow,
}
