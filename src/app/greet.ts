/** What the operator sees when the program is ready. */
import { sql } from '#kernel/db/sql.ts'
import type { House } from '#kernel/house.ts'
import { isSetUp } from '#kernel/session/set-up.ts'
import { demoPassword, demoUsers } from '../../demo/people.ts'

export interface Start {
  url: string
  milliseconds: number
  /** An empty start was wished, but a company is there. */
  emptyInVain: boolean
}

export async function greet(house: House, start: Start): Promise<void> {
  const seconds = (start.milliseconds / 1000).toFixed(1)
  const lines = [
    `Shangmai 商脈 is ready: ${start.url}   (${seconds} s)`,
    ...(start.emptyInVain ? ['', emptyInVain] : []),
    '',
    ...(await waysIn(house)),
  ]
  console.log(`\n${lines.map((line) => (line ? `  ${line}` : '')).join('\n')}\n`)
}

const emptyInVain =
  '--empty changes nothing: there is a company already. Another DATA_DIR begins anew.'

/** How to sign in, as the database has it: a company of one's own has other people. */
export async function waysIn(house: House): Promise<string[]> {
  if (!(await isSetUp(house))) return ['Open it to set up your company.']
  const emails = demoUsers.map((user) => user.email)
  const found = await house.database.control<{ email: string }>(
    sql`select email from login where email = any(${emails})`,
  )
  const here = new Set(found.map((row) => row.email))
  if (!here.has(demoUsers[0].email)) return []
  return [
    `People of the demo company, each with the password ${demoPassword} until it is changed:`,
    ...demoUsers
      .filter((user) => here.has(user.email))
      .map((user) => `  ${user.email.padEnd(24)} ${user.title}`),
  ]
}
