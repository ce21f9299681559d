/** Words that tell whose record a search document is of: a search of one's own reads only those. */
import type { Sight } from '../access/scope.ts'
import type { Entity, Scope } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import { quoteToken } from '../text/search-pieces.ts'

// Nobody can type a word that begins with a mark, see piecesOf.
const mark = '='
/** Beyond this many people a search among all is as good. */
const mostPeople = 40

/** The words of a record: one for its entity, and one for each person it names. */
export function ownerWords(tenant: string, entity: Entity, row: Values): string[] {
  const owned = peopleFields(entity).flatMap((field) => {
    const person = row[field]
    return typeof person === 'string' ? [personWord(entity, field, person)] : []
  })
  return [entityWord(tenant, entity), ...owned]
}

/** The word of every record of an entity. */
export function entityWord(tenant: string, entity: Entity): string {
  return quoteToken(`${mark}${entity.name}@${short(tenant)}`)
}

/**
 * A `tsquery` that every record fulfils which this person may read; null when that is none. It
 * narrows a search, it permits nothing: rows that it lets through must still be asked for.
 */
export function sightQuery(sight: Sight, entity: Entity): string | null {
  const { person, tenant } = sight.reader
  const all = entityWord(tenant, entity)
  if (entity.access.inherit || person.shared.includes(entity.name)) return all
  const scopes = sight.grants.scopes(person, entity.name, 'read')
  const words = new Set(scopes.flatMap((scope) => wordsOfScope(sight, entity, scope) ?? [all]))
  if (words.has(all)) return all
  return words.size === 0 ? null : [...words].join(' | ')
}

/** @returns null for a scope that goes by more than people */
function wordsOfScope(sight: Sight, entity: Entity, scope: Scope): string[] | null {
  if (scope === 'all') return null
  const { id, team } = sight.reader.person
  for (const field of peopleFields(entity)) {
    const people = scope[field] === 'me' ? [id] : scope[field] === 'my-team' ? team : null
    if (people && people.length <= mostPeople)
      return people.flatMap((one) => (one ? [personWord(entity, field, one)] : []))
  }
  return null
}

function peopleFields(entity: Entity): string[] {
  return Object.keys(entity.fields).filter((field) => entity.fields[field]?.kind === 'person')
}

function personWord(entity: Entity, field: string, person: string): string {
  return quoteToken(`${mark}${entity.name}.${field}:${short(person)}`)
}

/** An id in 22 characters. */
function short(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')
}
