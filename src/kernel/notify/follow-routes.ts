/** Following a record over HTTP, and whom one may mention there. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { reaches } from '../access/reaches.ts'
import { fail } from '../base/fail.ts'
import type { Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { House } from '../house.ts'
import { askedOf, idIn, parameter, type Asked, type Asker } from '../http/asker.ts'
import { bodyOf } from '../http/asker.ts'
import { signedIn } from '../session/identify.ts'
import { knownPerson } from '../session/people.ts'
import { findPeople } from './find-people.ts'
import { followersSql, sendFollow, sendUnfollow, type Follower } from './follow.ts'

const mostOffered = 8

export interface FollowersAnswer {
  followers: Follower[]
  /** Whether I am among them. */
  mine: boolean
}

/** Somebody whom a comment may mention. */
export interface Mentionable {
  id: string
  name: string
  subtitle: string
  /** Who may not read the record is not told. */
  reads: boolean
}

export function registerFollowRoutes(app: FastifyInstance, asker: Asker): void {
  const { house } = asker
  app.get('/api/:entity/:id/followers', async (request): Promise<FollowersAnswer> => {
    const { one, entity, record } = await seenRecord(asker, request)
    return followersOf(house, one, { entity: entity.name, record })
  })

  app.post('/api/:entity/:id/follow', (request) => change(asker, request, true))
  app.post('/api/:entity/:id/unfollow', (request) => change(asker, request, false))

  app.get('/api/:entity/:id/mentionable', async (request) => {
    const { one, entity, record } = await seenRecord(asker, request)
    const query = parameter(request, 'q')?.slice(0, 60)
    const found = await findPeople(house.database, one.sight, query)
    const others = found.filter(({ id }) => id !== one.caller.person.id).slice(0, mostOffered)
    const people = others.map(async ({ id, title, subtitle }): Promise<Mentionable> => ({
      id,
      name: title,
      subtitle,
      reads: await mayRead(house, one, entity, record, id),
    }))
    return { people: await Promise.all(people) }
  })
}

interface SeenRecord {
  one: Asked
  entity: Entity
  record: string
}

/** @throws {Refusal} `record.not-found` (404) */
async function seenRecord(asker: Asker, request: FastifyRequest): Promise<SeenRecord> {
  const one = await askedOf(asker, request)
  const { entity } = one
  const record = idIn(request)
  const ask = (query: Sql) => asker.house.database.read(one.caller.tenant, query)
  // The page of a record stays open as it goes to the recycle bin.
  const seen = await reaches(ask, one.sight, entity, record, 'read')
  if (!seen) fail('record.not-found', {}, { status: 404 })
  return { one, entity, record }
}

async function change(asker: Asker, request: FastifyRequest, isOn: boolean) {
  const { house } = asker
  // Whom it concerns is a person; a key that may only read changes nothing.
  await signedIn(house, request)
  const { one, entity, record } = await seenRecord(asker, request)
  bodyOf(request, [])
  const { tenant, person } = one.caller
  const followed = { entity: entity.name, record }
  await house.database.transaction(tenant, async (tx) => {
    if (!person.id) return
    if (isOn) sendFollow(tx, tenant, followed, [person.id], house.now())
    else sendUnfollow(tx, tenant, followed, person.id)
  })
  return followersOf(house, one, followed)
}

async function followersOf(
  house: House,
  { caller: { tenant, person } }: Asked,
  followed: { entity: string; record: string },
): Promise<FollowersAnswer> {
  const followers = await house.database.read<Follower>(tenant, followersSql(tenant, followed))
  return { followers, mine: followers.some(({ id }) => id === person.id) }
}

async function mayRead(
  house: House,
  { caller: { tenant }, sight }: Asked,
  entity: Entity,
  record: string,
  user: string,
): Promise<boolean> {
  const person = await knownPerson(house, tenant, user)
  if (!person) return false
  const reader = { ...sight.reader, person, me: user }
  const ask = (query: Sql) => house.database.read(tenant, query)
  return reaches(ask, { ...sight, reader }, entity, record, 'read')
}
