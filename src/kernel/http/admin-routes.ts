/** What administrators look into: the log of sign-ins and changes. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { logInWords, type LogRow } from '../audit/log-in-words.ts'
import { join, raw, sql, type Sql } from '../db/sql.ts'
import { isId } from '../field/check.ts'
import { addDays, isDate } from '../time/date.ts'
import { startOfDay } from '../time/instant.ts'
import { administratorOf } from './administrator.ts'
import { parameter, wrongParameter, type Asker } from './asker.ts'
import type { Voice } from './voice.ts'

const mostEntries = 200

export function registerAdminRoutes(app: FastifyInstance, asker: Asker, voice: Voice): void {
  app.get('/api/audit', async (request) => {
    const { caller, sight, house } = await administratorOf(asker, request, 'Log')
    const filter = auditFilter(request, sight.reader.timeZone)
    const entries = await house.database.read<LogRow & { id: string }>(
      caller.tenant,
      sql`select a.id, a.at, a.by_user as "by", u.name as "byName", a.via, a.entity, a.record,
          a.action, a.reason, a.before, a.after, a.operation
        from audit a left join "user" u on u.tenant = a.tenant and u.id = a.by_user
        where a.tenant = ${caller.tenant} and ${filter}
        order by a.id desc limit ${mostEntries}`,
    )
    return {
      entries: await logInWords(house, sight, entries, voice.of(request, caller)),
      next: entries.length < mostEntries ? null : (entries.at(-1)?.id ?? null),
    }
  })
}

/** By record, person, action and days of the company; older entries behind the last one shown. */
function auditFilter(request: FastifyRequest, timeZone: string): Sql {
  const parts: Sql[] = [raw('true')]
  const id = (name: string) => {
    const value = parameter(request, name)
    if (value !== undefined && !isId(value)) wrongParameter(name)
    return value
  }
  const day = (name: string) => {
    const value = parameter(request, name)
    if (value !== undefined && !isDate(value)) wrongParameter(name)
    return value
  }
  const [record, by, before] = [id('record'), id('by'), id('before')]
  const [from, until] = [day('from'), day('until')]
  const [entity, action] = [parameter(request, 'entity'), parameter(request, 'action')]
  if (record) parts.push(sql`a.record = ${record}::uuid`)
  if (by) parts.push(sql`a.by_user = ${by}::uuid`)
  if (before) parts.push(sql`a.id < ${before}::uuid`)
  if (entity) parts.push(sql`a.entity = ${entity}`)
  if (action) parts.push(sql`a.action = ${action}`)
  if (from) parts.push(sql`a.at >= ${startOfDay(from, timeZone)}::timestamptz`)
  if (until) parts.push(sql`a.at < ${startOfDay(addDays(until, 1), timeZone)}::timestamptz`)
  return join(parts, ' and ')
}
