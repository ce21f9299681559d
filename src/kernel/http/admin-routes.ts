/** What administrators look into: the log of sign-ins and changes, and the work that waits. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { fail } from '../base/fail.ts'
import { administrator } from '../access/person.ts'
import { join, raw, sql, type Sql } from '../db/sql.ts'
import { isId } from '../field/check.ts'
import { isDate } from '../time/date.ts'
import { asked, parameter, wrongParameter, type Asked, type Asker } from './asker.ts'

const mostEntries = 200

export function registerAdminRoutes(app: FastifyInstance, asker: Asker): void {
  const { house } = asker
  app.get('/api/audit', async (request) => {
    const { caller } = await administratorOf(asker, request)
    const entries = await house.database.read(
      caller.tenant,
      sql`select a.id, a.at, a.by_user as "by", u.name as "byName", a.via, a.entity, a.record,
          a.action, a.reason, a.before, a.after, a.operation
        from audit a left join "user" u on u.tenant = a.tenant and u.id = a.by_user
        where a.tenant = ${caller.tenant} and ${auditFilter(request)}
        order by a.id desc limit ${mostEntries}`,
    )
    return {
      entries,
      next: entries.length < mostEntries ? null : (entries.at(-1) as { id: string }).id,
    }
  })

  app.get('/api/jobs', async (request) => {
    await administratorOf(asker, request)
    return { jobs: await house.jobs.state() }
  })
}

async function administratorOf(asker: Asker, request: FastifyRequest): Promise<Asked> {
  const one = await asked(asker, request)
  const { roles, scopes } = one.caller.person
  const may = roles.includes(administrator) && (scopes === null || scopes.includes('*'))
  if (!may) fail('record.not-allowed', { entity: 'Log' }, { status: 403 })
  return one
}

/** By record, person, action and days; older entries behind the last one shown. */
function auditFilter(request: FastifyRequest): Sql {
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
  if (from) parts.push(sql`a.at >= ${from}::date`)
  if (until) parts.push(sql`a.at < ${until}::date + 1`)
  return join(parts, ' and ')
}
