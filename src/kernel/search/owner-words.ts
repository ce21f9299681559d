/** Words that tell whose record a search document is of: a search of one's own reads only those. */
import { keyCovers } from '../access/grant-book.ts'
import { asPerson, type Sight } from '../access/scope.ts'
import type { Entity, Scope } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import type { Registry } from '../registry.ts'
import { quoteToken } from '../text/search-pieces.ts'

// Nobody can type a word that begins with a mark, see piecesOf.
const mark = '='
/** Beyond this many people a search among all is as good. */
const mostPeople = 40

/** The record with which another is seen, e.g. the customer of a contact. */
export interface SeenWith {
  entity: Entity
  row: Values
}

/** The words of a record: one for its entity, one for each person that it or `seenWith` names. */
export function ownerWords(
  tenant: string,
  entity: Entity,
  row: Values,
  seenWith?: SeenWith,
): string[] {
  const inherited = seenWith ? personWords(seenWith.entity, seenWith.row) : []
  return [entityWord(tenant, entity), ...personWords(entity, row), ...inherited]
}

/** What the words of an entity's people begin with, as they are kept. */
export function personMark(entity: Entity): string {
  return `${mark}${entity.name}.`
}

export function personWords(entity: Entity, row: Values): string[] {
  return peopleFields(entity).flatMap((field) => {
    const person = row[field]
    return typeof person === 'string' ? [personWord(entity, field, person)] : []
  })
}

/** The entity with whose records those of `entity` are seen, where that is always the same one. */
export function seenWithEntity(registry: Registry, entity: Entity): Entity | null {
  const field = entity.access.inherit
  const target = field === undefined ? undefined : entity.fields[field]?.target
  return (target === undefined ? undefined : registry.entities.get(target)) ?? null
}

/** The word of every record of an entity. */
export function entityWord(tenant: string, entity: Entity): string {
  return quoteToken(`${mark}${entity.name}@${short(tenant)}`)
}

/** The person whose a record is, or that of the record it is seen with; null where nobody is. */
export function whose(entity: Entity, row: Values, seenWith?: SeenWith): string | null {
  const [field] = peopleFields(entity)
  if (field === undefined) return seenWith ? whose(seenWith.entity, seenWith.row) : null
  const person = row[field]
  return typeof person === 'string' ? person : null
}

/** Where a search may look. It narrows and permits nothing: what is found is still asked for. */
export interface Within {
  /** A `tsquery` that every record fulfils which the person may read. */
  words: string
  /** The people whose records these are, where that is all that tells them. */
  people: string[] | null
}

/** @returns null where the person may read nothing */
export function searchWithin(sight: Sight, entity: Entity): Within | null {
  const own = ownInSight(sight, entity)
  if (own === 'any') return { words: entityWord(sight.reader.tenant, entity), people: null }
  if (own.length === 0) return null
  const people = own.flatMap(({ person, tells }) => (tells ? [person] : []))
  return {
    words: [...new Set(own.map(({ word }) => word))].join(' | '),
    people: people.length === own.length ? [...new Set(people)] : null,
  }
}

interface Owned {
  person: string
  word: string
  /** Are the records those whose this person is, see `whose`? */
  tells: boolean
}

/** Of these every record has one that the person may read; `any` where nothing tells. */
function ownInSight(sight: Sight, entity: Entity): Owned[] | 'any' {
  const { person } = sight.reader
  if (person.shared.includes(entity.name)) return 'any'
  const scopes = sight.grants.scopes(person, entity.name, 'read')
  const own = scopes.map((scope) => ownedOfScope(sight, entity, scope))
  const ways = [...own, inheritedInSight(sight, entity)]
  return ways.includes('any') ? 'any' : (ways.flat() as Owned[])
}

function inheritedInSight(sight: Sight, entity: Entity): Owned[] | 'any' {
  const covered = keyCovers(sight.reader.person, entity.name, 'read')
  if (entity.access.inherit === undefined || !covered) return []
  const parent = seenWithEntity(sight.registry, entity)
  // Documents hold the people of one record above, not of the one above that.
  if (parent === null || parent.access.inherit) return 'any'
  const own = ownInSight(asPerson(sight), parent)
  if (own === 'any' || peopleFields(entity).length === 0) return own
  return own.map((one) => ({ ...one, tells: false }))
}

/** @returns `any` for a scope that goes by more than people */
function ownedOfScope(sight: Sight, entity: Entity, scope: Scope): Owned[] | 'any' {
  if (scope === 'all') return 'any'
  const { id, team } = sight.reader.person
  for (const [nth, field] of peopleFields(entity).entries()) {
    const people = scope[field] === 'me' ? [id] : scope[field] === 'my-team' ? team : null
    if (!people || people.length > mostPeople) continue
    return people.flatMap((person) =>
      person ? [{ person, word: personWord(entity, field, person), tells: nth === 0 }] : [],
    )
  }
  return 'any'
}

/** Fields that name a person: they tell whose a record is. */
export function peopleFields(entity: Entity): string[] {
  return Object.keys(entity.fields).filter((field) => entity.fields[field]?.kind === 'person')
}

function personWord(entity: Entity, field: string, person: string): string {
  return quoteToken(`${personMark(entity)}${field}:${short(person)}`)
}

/** An id in 22 characters. */
function short(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')
}
