/** The house as one company knows it: the declared nouns with the fields that it added itself. */
import { lineFields, type Entity } from '../entity/entity.ts'
import type { Field, Fields, FieldKind } from '../field/field.ts'
import { labelOf } from '../field/f.ts'
import type { FormBlock } from '../http/wire.ts'
import type { PrintLayout } from '../print/layout.ts'
import { referencesOf, type Registry } from '../registry.ts'
import { isCustomName } from './custom-name.ts'
import { mayBeRequired } from './may-be-required.ts'

/** A row of the table of own fields, with its choices. */
export interface OwnField {
  entity: string
  name: string
  label: string
  kind: FieldKind
  target: string | null
  places: number | null
  help: string | null
  section: string | null
  required: boolean
  listed: boolean
  options: { value: string; label: string }[]
}

/** A row of the table of lists of choices. */
export interface OwnChoices {
  entity: string
  field: string
  options: { value: string; label: string; hidden: boolean }[]
}

/** A row of the table of required fields. */
export interface OwnDemand {
  entity: string
  field: string
}

/** A row of the table of print layouts; what is drawn is read when it is printed. */
export interface OwnLayout {
  id: string
  name: string
  entity: string
  roles: string[] | null
}

/** What a company can add fields to: records of its business that people write, and their lines. */
export function takesOwnFields(entity: Entity): boolean {
  return !entity.managed && !entity.appendOnly && !entity.isSetting
}

/** What a company added to the declared house, and what it changed of it. */
export interface Additions {
  fields: readonly OwnField[]
  lists?: readonly OwnChoices[]
  demands?: readonly OwnDemand[]
  layouts?: readonly OwnLayout[]
}

/** What a declaration no longer has is left out; its values stay where they are. */
export function registryWith(registry: Registry, additions: Additions): Registry {
  const { fields: own, lists = [], demands = [], layouts = [] } = additions
  const entities = new Map(registry.entities)
  for (const list of lists) {
    const entity = entities.get(list.entity)
    if (entity) entities.set(entity.name, withChoices(entity, list))
  }
  for (const demand of demands) {
    const entity = entities.get(demand.entity)
    if (entity) entities.set(entity.name, withDemand(entity, demand))
  }
  for (const [name, fields] of Map.groupBy(own, ({ entity }) => entity)) {
    const entity = entities.get(name)
    if (entity && takesOwnFields(entity)) entities.set(name, withFields(registry, entity, fields))
  }
  for (const entity of entities.values()) entities.set(entity.name, withOwnLines(entities, entity))
  const prints = new Map(registry.prints)
  for (const layout of layouts) {
    const entity = entities.get(layout.entity)
    if (entity) prints.set(layout.id, layoutOf(entity, layout))
  }
  return { ...registry, entities, prints, references: referencesOf(entities) }
}

/** Its id is its name in addresses. */
function layoutOf(entity: Entity, { id, name, roles }: OwnLayout): PrintLayout {
  return { name: id, label: name, entity, marks: [], options: {}, drawnFor: roles ?? [] }
}

/** What the list does not name stays at its end: records may have it. */
function withChoices(entity: Entity, { field, options }: OwnChoices): Entity {
  const declared = Object.hasOwn(entity.fields, field) ? entity.fields[field] : undefined
  if (!declared?.ownChoices) return entity
  const known = declared.options ?? []
  const listed = options.map(({ value, label, hidden }) => {
    const tone = known.find((one) => one.value === value)?.tone
    return { value, label, ...(tone ? { tone } : {}), ...(hidden ? { hidden } : {}) }
  })
  const rest = known.filter(({ value }) => options.every((one) => one.value !== value))
  const changed: Field = { ...declared, options: [...listed, ...rest] }
  return { ...entity, fields: { ...entity.fields, [field]: changed } }
}

/** What the program itself requires, or computes by now, stays as it is. */
function withDemand(entity: Entity, { field }: OwnDemand): Entity {
  const declared = Object.hasOwn(entity.fields, field) ? entity.fields[field] : undefined
  if (!declared || declared.required || !mayBeRequired(declared)) return entity
  const demanded: Field = { ...declared, required: true, late: true }
  return { ...entity, fields: { ...entity.fields, [field]: demanded } }
}

/** A document holds its lines as the company knows them. */
function withOwnLines(entities: ReadonlyMap<string, Entity>, entity: Entity): Entity {
  const changed = lineFields(entity).flatMap(([name, lines]) => {
    const [own, field] = [entities.get(lines.name), entity.fields[name]]
    return own && field && own.fields !== lines.fields ? [[name, { ...field, of: own }]] : []
  })
  if (changed.length === 0) return entity
  return { ...entity, fields: { ...entity.fields, ...Object.fromEntries(changed) } }
}

function withFields(registry: Registry, entity: Entity, own: readonly OwnField[]): Entity {
  const usable = own.filter((one) => isUsable(registry, entity, one))
  const added = usable.map((one) => [one.name, fieldOf(entity, one)] as const)
  const fields: Fields = { ...entity.fields, ...Object.fromEntries(added) }
  const listed = usable.filter((one) => one.listed).map(({ name }) => name)
  return {
    ...entity,
    fields,
    ...(entity.list && listed.length > 0
      ? { list: { ...entity.list, columns: [...entity.list.columns, ...listed] } }
      : {}),
    ...(entity.form ? { form: [...entity.form, ...blocksOf(usable)] } : {}),
  }
}

function isUsable(registry: Registry, entity: Entity, { name, kind, target }: OwnField): boolean {
  const isKnown = kind !== 'ref' || registry.entities.has(target ?? '')
  return isCustomName(name) && !Object.hasOwn(entity.fields, name) && isKnown
}

const searched = new Set<FieldKind>(['text', 'phone', 'email', 'url', 'tags'])

function fieldOf(entity: Entity, own: OwnField): Field {
  const { kind, name, label, help, places, target, options } = own
  const isChoice = kind === 'choice' || kind === 'choices'
  return {
    kind,
    label,
    extra: true,
    home: `${entity.name}.${name}`,
    required: kind === 'boolean' || own.required,
    ...(kind === 'boolean' || own.required ? { late: true as const } : {}),
    ...(kind === 'boolean' ? { default: false } : {}),
    ...(help ? { help } : {}),
    ...(searched.has(kind) ? { search: true } : {}),
    ...(places === null ? {} : { places }),
    ...(kind === 'ref' && target ? { target, related: false as const } : {}),
    ...(kind === 'person' ? { target: 'user' } : {}),
    ...(isChoice ? { options } : {}),
  }
}

/** Sections in the order in which their first fields were added. */
function blocksOf(own: readonly OwnField[]): FormBlock[] {
  const sections = Map.groupBy(own, ({ section }) => section?.trim() || 'Further details')
  return [...sections].map(([title, fields]) => ({ title, rows: fields.map(({ name }) => [name]) }))
}

/** Fills in the choices that only the whole house knows: its kinds of record. */
export function withHouseOptions(entities: ReadonlyMap<string, Entity>): Map<string, Entity> {
  const records = [...entities.values()]
    .filter(takesOwnFields)
    .map(({ name, label }) => ({ value: name, label: label.many || labelOf(name) }))
  const filled = (field: Field) =>
    field.optionsFrom === 'records' ? { ...field, options: records } : field
  return new Map(
    [...entities].map(([name, entity]) => {
      const asks = Object.values(entity.fields).some(({ optionsFrom }) => optionsFrom)
      const fields = Object.entries(entity.fields).map(([key, field]) => [key, filled(field)])
      return [name, asks ? { ...entity, fields: Object.fromEntries(fields) as Fields } : entity]
    }),
  )
}
