/** HTTP: the first start, and invitations. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { administrator } from '../access/person.ts'
import { fail, failInput, type FieldProblem } from '../base/fail.ts'
import { isId } from '../field/check.ts'
import { f } from '../field/f.ts'
import { refuseInPractice } from '../practice/practice.ts'
import { isCountry } from '../text/country.ts'
import { isTimeZone } from '../time/instant.ts'
import { readBody, secretField } from './body.ts'
import { tokenIn } from './cookie.ts'
import { letIn, visitOf, type Door } from './door.ts'
import { signedIn } from './identify.ts'
import { acceptInvitation, invite, openInvitation } from './invitation.ts'
import { checkPassword } from './password-rules.ts'
import { startSession } from './sessions.ts'
import { isSetUp, setUp, type CompanyInput } from './set-up.ts'

const companyGiven = {
  company: f.text({ required: true, maxLength: 200 }),
  country: f.text({ required: true, maxLength: 2 }),
  currency: f.currency({ required: true }),
  timeZone: f.text({ required: true, maxLength: 60 }),
  locale: f.choice(['en', 'zh-Hant', 'zh-Hans'], { required: true }),
  name: f.text({ required: true }),
  email: f.email({ required: true }),
  password: secretField,
}

export function registerSetUpRoutes(app: FastifyInstance, door: Door): void {
  const { house, options } = door

  app.get('/api/setup', async () => ({ needed: !(await isSetUp(house)) }))

  app.post('/api/setup', async (request, reply) => {
    const visit = visitOf(house, request)
    if (await isSetUp(house)) fail('session.already-set-up', {}, { status: 409 })
    const input = readBody(request, companyGiven, visit.at)
    checkPlace(input)
    checkPassword(input.password, input, 'password')
    const account = await setUp(house, input, options.afterSetup ?? null)
    const token = await house.database.transaction(account.tenant, (tx) =>
      startSession(tx, account, visit, tokenIn(request)),
    )
    return letIn(door, request, reply, token)
  })
}

function checkPlace({ country, timeZone }: CompanyInput): void {
  const problems: FieldProblem[] = []
  if (!isCountry(country)) {
    problems.push({ field: 'country', rule: 'field.not-a-country', facts: {} })
  }
  if (!isTimeZone(timeZone)) {
    problems.push({ field: 'timeZone', rule: 'field.not-an-option', facts: {} })
  }
  if (problems.length > 0) failInput(problems)
}

const invitationGiven = { user: f.text({ required: true }) }
const passwordGiven = { password: secretField }

export function registerInvitationRoutes(app: FastifyInstance, door: Door): void {
  const { house } = door

  app.post('/api/invitation', async (request, reply) => {
    const one = await signedIn(house, request)
    if (!one.caller.person.roles.includes(administrator)) {
      fail('session.not-administrator', {}, { status: 403 })
    }
    await refuseInPractice(house, one.session.tenant)
    const { user } = readBody(request, invitationGiven, house.now())
    if (!isId(user)) fail('field.not-an-id', {}, { field: 'user' })
    const url = await invite(house, one, user, originOf(door, request), visitOf(house, request))
    reply.code(201)
    return { url }
  })

  app.get('/api/invitation/:token', async (request) => {
    const { name, email } = await openInvitation(house, tokenOf(request))
    return { name, email }
  })

  app.post('/api/invitation/:token', async (request, reply) => {
    const { password } = readBody(request, passwordGiven, house.now())
    const visit = visitOf(house, request)
    const invitation = tokenOf(request)
    const token = await acceptInvitation(door, invitation, password, visit, tokenIn(request))
    return letIn(door, request, reply, token)
  })
}

function tokenOf(request: FastifyRequest): string {
  return (request.params as { token: string }).token
}

function originOf({ options }: Door, request: FastifyRequest): string {
  return options.publicUrl ?? `${request.protocol}://${request.host}`
}
