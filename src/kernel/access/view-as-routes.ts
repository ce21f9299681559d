/** For administrators: what a person or a role sees and may do, without ever being that person. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Caller } from '../action/caller.ts'
import { fail } from '../base/fail.ts'
import { sql } from '../db/sql.ts'
import { isId } from '../field/check.ts'
import type { House } from '../house.ts'
import { administratorOf } from '../http/administrator.ts'
import { parameter, wrongParameter, type Asker } from '../http/asker.ts'
import type { Voice } from '../http/voice.ts'
import { personInRole, personOf } from './load-person.ts'
import { administrator, type Person } from './person.ts'
import { noteView, viewAs, type View } from './view-as.ts'

export interface ViewAnswer extends View {
  name: string
  /** Sees and does everything, whatever else is given. */
  isAdministrator: boolean
  /** Somebody who has left, or was not let in yet, sees nothing. */
  maySignIn: boolean
}

export function registerViewAsRoutes(app: FastifyInstance, asker: Asker, voice: Voice): void {
  app.get('/api/rights/as', async (request): Promise<ViewAnswer> => {
    const { caller, house, sight } = await administratorOf(asker, request, 'Rights')
    const { entity, id, name, person } = await lookedAt(house, caller, request, sight.reader.today)
    await noteView(house, caller, entity, id)
    const speech = voice.of(request, caller)
    const view = person ? await viewAs(house, caller, person, speech) : nothing
    const isAdministrator = person?.roles.includes(administrator) === true
    return { name, isAdministrator, maySignIn: person !== null, ...view }
  })
}

const nothing: View = { kinds: [], reports: [] }

interface LookedAt {
  entity: 'user' | 'role'
  id: string
  name: string
  person: Person | null
}

/** @throws {Refusal} `record.not-found` (404), also for the people of other companies */
async function lookedAt(
  house: House,
  { tenant }: Caller,
  request: FastifyRequest,
  today: string,
): Promise<LookedAt> {
  const [user, role] = [parameter(request, 'user'), parameter(request, 'role')]
  const [entity, id] = user === undefined ? (['role', role] as const) : (['user', user] as const)
  if (!isId(id)) return wrongParameter(entity)
  const [row] = await house.database.read<{ name: string; key: string | null }>(
    tenant,
    entity === 'user'
      ? sql`select name, null as key from "user"
          where tenant = ${tenant} and id = ${id}::uuid and deleted_at is null`
      : sql`select name, key from role
          where tenant = ${tenant} and id = ${id}::uuid and deleted_at is null`,
  )
  if (!row) return fail('record.not-found', {}, { status: 404 })
  const person =
    row.key === null
      ? await personOf(house.database, tenant, id, today)
      : await personInRole(house.database, tenant, { name: row.name, key: row.key })
  return { entity, id, name: row.name, person }
}
