/** Lists of records that point to a record, as the tabs of its page offer them. */
import { seesField } from '../access/fields.ts'
import { inheritsSight, type Sight } from '../access/scope.ts'
import { fieldNamed, type Entity } from '../entity/entity.ts'
import { besides, type Link } from '../entity/links.ts'
import type { Cut } from './meta.ts'
import type { RelatedMeta } from './wire-related.ts'

/** Only those whose entity the person may read, by a field that the person sees. */
export function relatedMeta({ sight, speech }: Cut, entity: Entity): RelatedMeta[] {
  const { person } = sight.reader
  const isShown = ({ from, field }: Link) =>
    field.related !== false && isReadable(sight, from) && seesField(field, person)
  return (sight.registry.links.get(entity.name) ?? []).filter(isShown).map((link) => ({
    entity: link.from.name,
    field: link.key,
    label: speech.t(link.from.label.many),
    by: speech.t(link.field.label ?? link.key),
    columns: (link.from.list?.columns ?? []).filter((column) => {
      const field = fieldNamed(link.from, column)
      return column !== link.key && field !== undefined && seesField(field, person)
    }),
    where: besides(link),
    ...(link.from.onAnyRecord?.listed ? { listed: link.from.onAnyRecord.listed } : {}),
    ...(link.from.timeline ? { timeline: link.from.timeline } : {}),
  }))
}

/** Whether this person can read records of the entity at all, by any way. */
export function isReadable(sight: Sight, entity: Entity): boolean {
  const { grants, reader } = sight
  const { person } = reader
  return (
    grants.scopes(person, entity.name, 'read').length > 0 ||
    person.shared.includes(entity.name) ||
    inheritsSight(sight, entity)
  )
}
