/** All modules of the house put together: every noun by name, every listener by event. */
import type { Action } from './action/action.ts'
import { lineFields, stateField, type Entity } from './entity/entity.ts'
import { linksOf, type Link } from './entity/links.ts'
import { withHouseOptions } from './custom/company-registry.ts'
import type { Job } from './jobs/job.ts'
import type { Derive, Listener, Module } from './module.ts'
import type { PrintLayout } from './print/layout.ts'
import type { Report } from './report/report.ts'

export interface Reference {
  entity: Entity
  field: string
}

export interface Registry {
  modules: readonly Module[]
  entities: ReadonlyMap<string, Entity>
  /** Entity name → action name → action. */
  actions: ReadonlyMap<string, ReadonlyMap<string, Action>>
  reports: ReadonlyMap<string, Report>
  jobs: ReadonlyMap<string, Job>
  prints: ReadonlyMap<string, PrintLayout>
  listeners: ReadonlyMap<string, readonly Listener[]>
  /** Entity name → how its computed fields follow from the others. */
  derivations: ReadonlyMap<string, Derive>
  /** Entity name → ref fields of other entities that point to it. */
  references: ReadonlyMap<string, readonly Reference[]>
  /** Entity name → how whole records point to it, those whose lines do with them. */
  links: ReadonlyMap<string, readonly Link[]>
  /** Rule → English message. */
  messages: Readonly<Record<string, string>>
}

/** @throws when two modules declare the same name, or a field points to an unknown entity */
export function buildRegistry(modules: readonly Module[]): Registry {
  const declared = new Map<string, Entity>()
  for (const module of modules) {
    for (const entity of module.entities) {
      put(declared, entity.name, entity)
      for (const [, lines] of lineFields(entity)) put(declared, lines.name, linesOf(entity, lines))
    }
  }
  const entities = withHouseOptions(declared)
  return {
    modules,
    entities,
    actions: actionsOf(modules),
    reports: byName(modules.flatMap((module) => module.reports)),
    jobs: byName(modules.flatMap((module) => module.jobs)),
    prints: byName(modules.flatMap((module) => module.prints)),
    listeners: listenersOf(modules),
    derivations: derivationsOf(modules),
    references: referencesOf(entities),
    links: linksOf(entities),
    messages: Object.assign({}, ...modules.map((module) => module.messages)) as Record<
      string,
      string
    >,
  }
}

/** Rows of a book are only ever added, as the book is; and who keeps it keeps them. */
function linesOf(parent: Entity, lines: Entity): Entity {
  const { appendOnly, managed, isSetting } = parent
  return {
    ...lines,
    ...(appendOnly && { appendOnly }),
    ...(managed && { managed }),
    ...(isSetting && { isSetting }),
  }
}

function put<T>(map: Map<string, T>, name: string, value: T): void {
  if (map.has(name)) throw new Error(`Declared twice: ${name}`)
  map.set(name, value)
}

function byName<T extends { name: string }>(list: readonly T[]): Map<string, T> {
  const map = new Map<string, T>()
  for (const item of list) put(map, item.name, item)
  return map
}

function actionsOf(modules: readonly Module[]): Map<string, Map<string, Action>> {
  const all = new Map<string, Map<string, Action>>()
  for (const action of modules.flatMap((module) => module.actions)) {
    const own = all.get(action.entity.name) ?? new Map<string, Action>()
    put(own, action.name, action)
    all.set(action.entity.name, own)
    const state = stateField(action.entity)
    if (action.to.length > 0 && !state) throw new Error(`${action.name}: no state to change`)
  }
  return all
}

function listenersOf(modules: readonly Module[]): Map<string, Listener[]> {
  const all = new Map<string, Listener[]>()
  for (const module of modules) {
    for (const [event, listener] of Object.entries(module.on)) {
      all.set(event, [...(all.get(event) ?? []), listener])
    }
  }
  return all
}

function derivationsOf(modules: readonly Module[]): Map<string, Derive> {
  const all = new Map<string, Derive>()
  for (const { derive } of modules) {
    for (const [entity, computed] of Object.entries(derive)) put(all, entity, computed)
  }
  return all
}

/** Entity name → ref fields of other entities that point to it. */
export function referencesOf(entities: ReadonlyMap<string, Entity>): Map<string, Reference[]> {
  const references = new Map<string, Reference[]>()
  for (const entity of entities.values()) {
    for (const [name, field] of Object.entries(entity.fields)) {
      if (!field.target || field.kind === 'lines') continue
      if (!entities.has(field.target)) {
        throw new Error(`${entity.name}.${name} points to the unknown entity ${field.target}`)
      }
      const known = references.get(field.target) ?? []
      references.set(field.target, [...known, { entity, field: name }])
    }
  }
  return references
}

/** @throws {Error} for a name that no module declares */
export function entityOf(registry: Registry, name: string): Entity {
  const entity = registry.entities.get(name)
  if (!entity) throw new Error(`No such entity: ${name}`)
  return entity
}
