/** Whose work one may ask about: one's own and that of those below in the reporting line. */
import { administrator, type Person } from '#kernel/access/person.ts'
import { raw, sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import type { ReportReader } from '#kernel/report/report.ts'
import type { Stretch } from './measures.ts'
import { overseer } from './paper.ts'

export interface WorkWish extends Stretch {
  person: string | null
}

export const workParams = () => ({
  from: f.date({ label: 'From' }),
  until: f.date({ label: 'Until' }),
  person: f.person({ label: 'Person' }),
})

/** Whoever oversees the company sees everybody's. */
export function ofTeam({ person }: ReportReader, wish: WorkWish, column = 'a.owner'): Sql {
  const who = raw(column)
  const team = seesAll(person) ? raw('true') : sql`${who} = any(${person.team}::uuid[])`
  return wish.person === null ? team : sql`${team} and ${who} = ${wish.person}::uuid`
}

function seesAll({ roles }: Person): boolean {
  return roles.includes(overseer) || roles.includes(administrator)
}
