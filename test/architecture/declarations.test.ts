/** What the modules declare holds together: every name they use is one that somebody declares. */
import { expect, test } from 'vitest'
import { screenPaths } from '#app/screen-paths.ts'
import { program } from '#kernel/access/person.ts'
import { Refusal } from '#kernel/base/fail.ts'
import {
  allFields,
  columnName,
  lineFields,
  type Access,
  type Entity,
  type Grant,
  type Scope,
} from '#kernel/entity/entity.ts'
import { besides } from '#kernel/entity/links.ts'
import type { Field } from '#kernel/field/field.ts'
import type { FormBlock } from '#kernel/http/wire.ts'
import { kernelModule } from '#kernel/kernel-module.ts'
import { schemaOf } from '#kernel/plan/schema.ts'
import { isForModules } from '#kernel/merge/pointers.ts'
import { parseWhere } from '#kernel/query/parse-where.ts'
import type { Where } from '#kernel/query/where.ts'
import { buildRegistry } from '#kernel/registry.ts'
import { modules } from '#modules/index.ts'
import { roleKeys } from '#modules/people/index.ts'
import { sourceFiles } from './source.ts'

const registry = buildRegistry([kernelModule, ...modules])
const entities = [...registry.entities.values()]
const actions = registry.modules.flatMap((module) => module.actions)
const reports = [...registry.reports.values()]

const unknownIn = (names: readonly string[], known: Iterable<string>) => {
  const all = new Set(known)
  return names.filter((name) => !all.has(name))
}

/** Complaints about each entity, as 'entity: what'. */
function complaints(look: (entity: Entity) => readonly string[]): string[] {
  return entities.flatMap((entity) => look(entity).map((what) => `${entity.name}: ${what}`))
}

test('lists, forms, indexes and titles name fields that exist', () => {
  const named = ({ title, subtitle, list, form, unique, indexes, locked }: Entity) => [
    title,
    ...(subtitle ?? []),
    ...(list?.columns ?? []),
    ...(list?.totals ?? []),
    ...(list?.amounts ?? []),
    ...(list?.sort ? [list.sort] : []),
    ...(form ?? []).flatMap(fieldsOfBlock),
    ...[...(unique ?? []), ...(indexes ?? [])].flat(),
    ...(locked?.except ?? []),
  ]
  const system = ['id', 'parent', 'position', 'version', 'deletedAt']
  const wrong = complaints((entity) =>
    unknownIn(
      named(entity).map((field) => field.replace(/^-/u, '')),
      [...Object.keys(allFields(entity)), ...system],
    ),
  )
  expect(wrong).toEqual([])
})

function fieldsOfBlock(block: FormBlock): string[] {
  if (typeof block === 'string') return [block]
  return Array.isArray(block) ? block : block.rows.flat()
}

test('every field a person fills in stands in the form', () => {
  const wrong = complaints((entity) => {
    if (!entity.form || entity.managed || entity.appendOnly) return []
    const shown = new Set(entity.form.flatMap(fieldsOfBlock))
    return Object.entries(entity.fields)
      .filter(([name, field]) => !field.computed && field.kind !== 'json' && !shown.has(name))
      .map(([name]) => name)
  })
  expect(wrong).toEqual([])
})

test('a money field names a currency beside it, and what fills a field is there', () => {
  const look = (fields: Record<string, Field>) =>
    Object.entries(fields).flatMap(([name, field]) => {
      const target = field.target ? registry.entities.get(field.target) : undefined
      return [
        ...unknownIn(field.currency ? [field.currency] : [], Object.keys(fields)),
        ...unknownIn(Object.keys(field.fills ?? {}), Object.keys(fields)),
        ...unknownIn(
          Object.values(field.fills ?? {}),
          target ? Object.keys(allFields(target)) : [],
        ),
      ].map((what) => `${name}: ${what}`)
    })
  // Lines take the currency of their document.
  const wrong = complaints((entity) =>
    look({ ...entity.fields, ...(entity.isLine ? { currency: currencyOfDocument } : {}) }),
  )
  expect(wrong).toEqual([])
})

const currencyOfDocument: Field = { kind: 'currency', required: true }

test('filters in tabs, locks, pickers and rights can be asked of their entity', () => {
  const wrong = complaints((entity) => {
    const { list, locked, fields, access } = entity
    const grants = [...rightsOf(access), ...actionsOf(entity).map(({ allow }) => allow)]
    return [
      ...Object.values(list?.tabs ?? {}),
      ...(locked ? [locked.when] : []),
      ...grants.flatMap(scopesOf).filter((scope) => scope !== 'all'),
    ]
      .filter((where) => !canAsk(entity, where))
      .map((where) => JSON.stringify(where))
      .concat(Object.values(fields).flatMap(wrongPick))
  })
  expect(wrong).toEqual([])
})

const actionsOf = (entity: Entity) => [...(registry.actions.get(entity.name)?.values() ?? [])]

function rightsOf(access: Access): Grant[] {
  return Object.values(access).filter((grant) => typeof grant === 'object')
}

function scopesOf(grant: Grant): Scope[] {
  return Array.isArray(grant) ? [] : Object.values(grant as Readonly<Record<string, Scope>>)
}

function wrongPick({ pick, target }: Field): string[] {
  const entity = target ? registry.entities.get(target) : undefined
  return pick && !(entity && canAsk(entity, pick)) ? [JSON.stringify(pick)] : []
}

function canAsk(entity: Entity, where: Where): boolean {
  try {
    parseWhere(entity, where, program)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

test('rights and fields name roles that exist', () => {
  const known = [...roleKeys, 'everyone']
  const grants = [
    ...entities.flatMap(({ access }) => rightsOf(access)),
    ...actions.map(({ allow }) => allow),
    ...reports.map(({ allow }) => allow),
  ]
  const rolesOf = (grant: Grant) => (Array.isArray(grant) ? [...grant] : Object.keys(grant))
  expect(unknownIn(grants.flatMap(rolesOf), known)).toEqual([])
  const cut = complaints(({ fields }) =>
    Object.values(fields).flatMap(({ seenBy = [], changedBy = [] }) =>
      unknownIn([...seenBy, ...changedBy], known),
    ),
  )
  expect(cut).toEqual([])
  expect(unknownIn(Object.values(screenPaths).flat(), known)).toEqual([])
})

test('a right is inherited through a reference', () => {
  const wrong = complaints(({ access: { inherit }, fields }) => {
    if (!inherit) return []
    const parts = inherit === 'record' ? ['entity', 'record'] : [inherit]
    return parts.filter((part) => !fields[part])
  })
  expect(wrong).toEqual([])
})

test('whoever is pointed to is found through an index', () => {
  const { tables } = schemaOf(entities)
  const wrong = [...registry.links.values()].flat().filter((link) => {
    const { from, line, key } = link
    const columns = ['tenant', ...Object.keys(besides(link)), columnName(line?.field ?? key)]
    const start = columns.map((column, at) => (at === 0 ? column : `"${column}"`)).join(', ')
    const indexes = Object.values(tables[(line?.entity ?? from).table]?.indexes ?? {})
    return link.field.related !== false && !indexes.some((one) => begins(one, start))
  })
  expect(wrong.map(({ from, key }) => `${from.name} ${key}`)).toEqual([])
})

const begins = (index: string, start: string) =>
  /^(?:unique )?\((.*)\)$/u.exec(index)?.[1]?.startsWith(start)

test('an action leads from states to states that its entity has', () => {
  const wrong = actions.flatMap(({ entity, name, from, to }) => {
    const state = Object.values(entity.fields).find((field) => field.kind === 'state')
    const states = (state?.options ?? []).map((option) => option.value)
    return unknownIn([...(from ?? []), ...to], states).map((one) => `${entity.name}.${name} ${one}`)
  })
  expect(wrong).toEqual([])
})

test('menus and reports open what exists', () => {
  const places = [
    ...registry.entities.keys(),
    ...registry.reports.keys(),
    ...Object.keys(screenPaths),
  ]
  const menu = registry.modules.flatMap((module) => module.menu.map((entry) => entry.open))
  expect(unknownIn(menu, places)).toEqual([])
  const wrong = reports.flatMap(({ name, columns, total, chart, behind }) => {
    const drawn = chart ? [chart.by, chart.value, chart.across ?? [], chart.place ?? []].flat() : []
    const used = [...total, ...drawn]
    const figures = behind.flatMap(({ count, sum }) => [...count, ...sum])
    const twice = figures.filter((figure, at) => figures.indexOf(figure) !== at)
    return [
      ...unknownIn([...used, ...figures, ...behind.flatMap(({ by }) => by)], Object.keys(columns)),
      ...unknownIn(
        behind.map(({ entity }) => entity),
        [...registry.entities.keys()],
      ),
      ...twice,
    ].map((what) => `${name}: ${what}`)
  })
  expect(wrong).toEqual([])
})

test('the course of a figure is told by a report that can be asked month by month', () => {
  const wrong = reports.flatMap(({ name, columns, trends }) =>
    Object.entries(trends).flatMap(([figure, { report, by, value, from, until }]) => {
      const told = registry.reports.get(report)
      return [
        ...unknownIn([figure], Object.keys(columns)),
        ...unknownIn([by, value], Object.keys(told?.columns ?? {})),
        ...unknownIn([from, until], Object.keys(told?.params ?? {})),
      ].map((what) => `${name}: ${what}`)
    }),
  )
  expect(wrong).toEqual([])
})

const mergeable = entities.filter((entity) => entity.access.merge)
const mergers = ['merge', 'unmerge']

test('where records become one, modules see to the books and sums that name them', () => {
  expect(mergeable.map(({ name }) => name)).toContain('customer')
  const wrong = mergeable.flatMap(({ name: target }) =>
    (registry.references.get(target) ?? [])
      .filter(({ entity, field }) => isForModules(entity, field))
      .flatMap(({ entity }) => {
        const on = Object.keys(moduleOf(entity)?.on ?? {})
        return unknownIn(
          mergers.map((verb) => `${target}.${verb}`),
          on,
        ).map((event) => `${entity.name}: ${event}`)
      }),
  )
  expect(wrong).toEqual([])
})

const moduleOf = ({ name }: Entity) =>
  registry.modules.find(({ entities: own }) =>
    own.some((one) => one.name === name || lineFields(one).some(([, rows]) => rows.name === name)),
  )

test('somebody listens only to what somebody does or tells', () => {
  const kernels = ['create', 'update', 'delete', 'restore']
  const known = [
    ...entities.flatMap(({ name }) => kernels.map((verb) => `${name}.${verb}`)),
    ...mergeable.flatMap(({ name }) => mergers.map((verb) => `${name}.${verb}`)),
    ...actions.map(({ entity, name }) => `${entity.name}.${name}`),
    ...sourceFiles().flatMap(({ text }) =>
      [...text.matchAll(/\bemit\(\s*'([^']+)'/gu)].map((match) => match[1] ?? ''),
    ),
  ]
  expect(unknownIn([...registry.listeners.keys()], known)).toEqual([])
})

test('what the program computes and proves belongs to an entity of the house', () => {
  expect(unknownIn([...registry.derivations.keys()], registry.entities.keys())).toEqual([])
})

test('every rule by which something is refused has its message', () => {
  const refusing = /(?:\bfail\(|\bRefusal\(|\brule: ?)\s*'([a-z][a-z-]*\.[a-z0-9-]+)'/gu
  const rules = sourceFiles()
    .filter(({ path }) => path.startsWith('src/') && !/\.test\.tsx?$|\/testing\//u.test(path))
    .flatMap(({ text }) => [...text.matchAll(refusing)].map((match) => match[1] ?? ''))
  expect(rules.length).toBeGreaterThan(100)
  expect(unknownIn(rules, Object.keys(registry.messages))).toEqual([])
})

test('every list of the menu says what it is for, and begins at a list that is there', () => {
  const listed = new Set(registry.modules.flatMap(({ menu }) => menu.map(({ open }) => open)))
  const mute = entities.filter(({ name, purpose }) => listed.has(name) && !purpose)
  expect(mute.map(({ name }) => name)).toEqual([])
  const made = (name: string) => registry.entities.get(name)?.access.create !== undefined
  const wrong = entities.filter(({ begins }) => begins !== undefined && !listed.has(begins))
  const idle = entities.filter((entity) => listed.has(entity.name) && !entity.begins)
  expect(wrong.map(({ name }) => name)).toEqual([])
  // What nobody makes by hand, and what is there from the first day, needs no beginning.
  expect(idle.filter(({ name }) => !made(name)).map(({ name }) => name)).toEqual([
    'books',
    'books-check',
  ])
})
