/** The shapes a list can take, and the fields that each of them may go by. */
import type { EntityMeta, FieldMeta } from '#kernel/http/wire.ts'

export const shapes = ['table', 'board', 'calendar', 'gallery', 'map'] as const
export type Shape = (typeof shapes)[number]

export const spans = ['month', 'week', 'day'] as const
export type Span = (typeof spans)[number]

/** Every record has them: who wrote it and when says little of its course. */
const written = new Set(['createdAt', 'createdBy', 'updatedAt', 'updatedBy'])

/** In the order of the list's columns, then of the form. */
function ownFields({ fields, list }: EntityMeta): FieldMeta[] {
  const place = ({ name }: FieldMeta) => (list.columns.indexOf(name) + 1 || 1000) - 1
  return fields
    .filter(({ name, listable }) => listable && !written.has(name))
    .toSorted((a, b) => place(a) - place(b))
}

/** Fields whose values make the columns of a board; steps first, then the state. */
export function boardFields(meta: EntityMeta): FieldMeta[] {
  const kinds = ['state', 'choice', 'person', 'boolean']
  return ownFields(meta)
    .filter(({ kind, groupable, asSteps }) => groupable && (asSteps || kinds.includes(kind)))
    .toSorted((a, b) => rank(a) - rank(b))
}

/** What each record is sure to have tells its course best. */
function rank({ kind, required, asSteps }: FieldMeta): number {
  if (asSteps) return -1
  if (kind === 'state') return 0
  return kind === 'choice' && required ? 1 : 2
}

/** Fields by which the rows of a table are gathered. */
export function bandFields(meta: EntityMeta): FieldMeta[] {
  const kinds = ['state', 'choice', 'person', 'boolean', 'ref', 'currency', 'date']
  return ownFields(meta).filter(
    ({ kind, groupable, target }) =>
      groupable && kinds.includes(kind) && (kind !== 'ref' || target !== undefined),
  )
}

/** A single day is shown by its hours alone. */
export function spansOf({ hours }: EntityMeta): Span[] {
  return spans.filter((span) => span !== 'day' || hours !== undefined)
}

/** Days and moments at which records stand in a calendar. */
export function dayFields(meta: EntityMeta): FieldMeta[] {
  return ownFields(meta).filter(
    ({ kind, filterable }) => filterable && (kind === 'date' || kind === 'instant'),
  )
}

export function pictureField(meta: EntityMeta): FieldMeta | undefined {
  return meta.fields.find(({ kind }) => kind === 'picture')
}

/** Where records stand on a map. */
export function placeField(meta: EntityMeta): FieldMeta | undefined {
  return ownFields(meta).find(({ kind }) => kind === 'address')
}

/** Only those that the entity has fields for. */
export function shapesOf(meta: EntityMeta): Shape[] {
  const has: Record<Shape, boolean> = {
    table: true,
    board: boardFields(meta).length > 0,
    calendar: dayFields(meta).length > 0,
    gallery: pictureField(meta) !== undefined,
    map: placeField(meta) !== undefined,
  }
  return shapes.filter((shape) => has[shape])
}
