/** How records point to each other: in their head, in one of their lines, or by name and id. */
import type { Field } from '../field/field.ts'
import { isByProgram, lineFields, stateField, type Entity } from './entity.ts'

export interface Link {
  /** The entity whose records point. */
  from: Entity
  /** Name of the entity they point to. */
  to: string
  /** As a filter asks for it: 'order', 'lines.order', 'record'. */
  key: string
  field: Field
  /** Where a line points: its entity, and the name of the pointing field there. */
  line?: { entity: Entity; field: string }
}

/** Key of a field of lines in the filter language: 'lines.order' = of at least one line. */
export function lineKey(lines: string, field: string): string {
  return `${lines}.${field}`
}

/** The field of lines that a filter's key such as 'lines.order' names. */
export function lineFieldNamed(
  entity: Entity,
  key: string,
): { held: Field; lines: Entity; name: string; field: Field } | undefined {
  const [first = '', name = '', ...more] = key.split('.')
  const held = Object.hasOwn(entity.fields, first) ? entity.fields[first] : undefined
  if (held?.kind !== 'lines' || more.length > 0) return undefined
  const lines = held.of as Entity
  const field = Object.hasOwn(lines.fields, name) ? lines.fields[name] : undefined
  return field && { held, lines, name, field }
}

/** Links to whole records, by the entity they lead to, in the order of the entities. */
export function linksOf(entities: ReadonlyMap<string, Entity>): Map<string, Link[]> {
  const documents = [...entities.values()].filter((entity) => !entity.isLine)
  const all = documents.flatMap((from) => {
    const byLine = lineLinks(from)
    // A head that names the first of several says nothing that the lines do not say.
    const isSaidByLines = (link: Link) =>
      byLine.some(({ line, to }) => line?.field === link.key && to === link.to)
    return [...headLinks(from).filter((link) => !isSaidByLines(link)), ...byLine]
  })
  const toDocuments = all.filter(({ to }) => entities.get(to)?.isLine !== true)
  const hanging = documents.flatMap((to) => [
    ...bookLinks(entities, to),
    ...anyLinks(documents, to),
  ])
  return Map.groupBy([...toDocuments, ...hanging], ({ to }) => to)
}

function headLinks(from: Entity): Link[] {
  return pointers(from).map(([key, field]) => ({ from, to: field.target, key, field }))
}

function lineLinks(from: Entity): Link[] {
  return lineFields(from).flatMap(([held, entity]) =>
    pointers(entity).map(([name, field]) => ({
      from,
      to: field.target,
      key: lineKey(held, name),
      field,
      line: { entity, field: name },
    })),
  )
}

function pointers(entity: Entity): [name: string, field: Field & { target: string }][] {
  return Object.entries(entity.fields).filter(
    (entry): entry is [string, Field & { target: string }] =>
      entry[1].kind === 'ref' && entry[1].target !== undefined,
  )
}

/** @throws {Error} where a named book has no field that points to any record */
function bookLinks(entities: ReadonlyMap<string, Entity>, to: Entity): Link[] {
  return (to.related ?? []).map((name) => {
    const from = entities.get(name)
    const [key, field] = Object.entries(from?.fields ?? {}).find(([, one]) => one.targetIn) ?? []
    if (!from || !key || !field) throw new Error(`${name} points to no record of any entity`)
    return { from, to: to.name, key, field }
  })
}

/** From what may be about any record that people write, other than itself. */
function anyLinks(documents: readonly Entity[], to: Entity): Link[] {
  if (isByProgram(to) || to.isSetting) return []
  return documents.flatMap((from) => {
    const [key, field] = Object.entries(from.fields).find(([, one]) => one.targetIn) ?? []
    if (!from.onAnyRecord || from.name === to.name || !key || !field) return []
    return [{ from, to: to.name, key, field }]
  })
}

/** What a list of those that point is asked beside the pointing field itself. */
export function besides({ field, to }: Link): Record<string, string> {
  return field.targetIn ? { [field.targetIn]: to } : {}
}

/** Papers that follow each other: they carry a number and stand in a state. */
export function isDocument(entity: Entity): boolean {
  return stateField(entity) !== null && entity.fields[entity.title]?.kind === 'serial'
}
