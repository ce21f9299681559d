/** For administrators: the home page that the people of a role begin with. */
import type { FastifyInstance } from 'fastify'
import { failInput } from '../base/fail.ts'
import { isId } from '../field/check.ts'
import { f } from '../field/f.ts'
import { administratorOf } from '../http/administrator.ts'
import { parameter, wrongParameter, type Asker } from '../http/asker.ts'
import { readBody } from './body.ts'
import { tilesGiven } from './own-home.ts'
import { keepRoleHome, roleHome } from './role-home.ts'

const homeGiven = { role: f.text({ required: true, maxLength: 36 }), ...tilesGiven }

export function registerRoleHomeRoutes(app: FastifyInstance, asker: Asker): void {
  app.get('/api/rights/home', async (request) => {
    const { caller, house } = await administratorOf(asker, request, 'Rights')
    const role = parameter(request, 'role')
    if (!isId(role)) return wrongParameter('role')
    return { tiles: await roleHome(house, caller.tenant, role) }
  })

  app.patch('/api/rights/home', async (request) => {
    const { caller, house } = await administratorOf(asker, request, 'Rights')
    const { role, tiles } = readBody(request, homeGiven, house.now())
    if (!isId(role)) return failInput([{ field: 'role', rule: 'field.not-an-id', facts: {} }])
    // Lines that are not given read as none; here they stay as they were.
    if ('tiles' in Object(request.body)) await keepRoleHome(house, caller, role, tiles)
    return { tiles: await roleHome(house, caller.tenant, role) }
  })
}
