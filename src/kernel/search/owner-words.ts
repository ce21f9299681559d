/** Words that tell whose record a search document is of: a search among one's own reads only those. */
import type { Sight } from '../access/scope.ts'
import type { Entity, Scope } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import { quoteToken } from '../text/search-pieces.ts'

// Nobody can type a word that begins with a mark, see piecesOf.
const mark = '='
/** Beyond this many people a search among all is as good. */
const mostPeople = 40

/** The word of every record of an entity. */
export function entityWord(entity: Entity): string {
  return quoteToken(`${mark}${entity.name}`)
}

/** The words of a record, one for each person it names. */
export function ownerWords(entity: Entity, row: Values): string[] {
  const owned = peopleFields(entity).flatMap((field) => {
    const person = row[field]
    return typeof person === 'string' ? [wordOf(entity, field, person)] : []
  })
  return [entityWord(entity), ...owned]
}

/**
 * Words of which every record has at least one that this person may read; null where only looking
 * at each record tells. They narrow a search, they permit nothing.
 */
function wordsInSight(sight: Sight, entity: Entity): string[] | null {
  const { person } = sight.reader
  if (entity.access.inherit || person.shared.includes(entity.name)) return null
  const scopes = sight.grants.scopes(person, entity.name, 'read')
  const words = scopes.map((scope) => wordsOfScope(sight, entity, scope))
  return words.some((one) => one === null) ? null : [...new Set(words.flatMap((one) => one ?? []))]
}

function wordsOfScope(sight: Sight, entity: Entity, scope: Scope): string[] | null {
  if (scope === 'all') return null
  const { id, team } = sight.reader.person
  for (const field of peopleFields(entity)) {
    const people = scope[field] === 'me' ? [id] : scope[field] === 'my-team' ? team : null
    if (people && people.length <= mostPeople)
      return people.flatMap((one) => (one ? [wordOf(entity, field, one)] : []))
  }
  return null
}

function peopleFields(entity: Entity): string[] {
  return Object.keys(entity.fields).filter((field) => entity.fields[field]?.kind === 'person')
}

function wordOf(entity: Entity, field: string, person: string): string {
  const short = Buffer.from(person.replaceAll('-', ''), 'hex').toString('base64url')
  return quoteToken(`${mark}${entity.name}.${field}:${short}`)
}
