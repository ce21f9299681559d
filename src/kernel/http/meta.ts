/** The house as one person may see it: entities, fields, actions and reports, labels translated. */
import { visibleFields, mayChangeField } from '../access/fields.ts'
import type { Sight } from '../access/scope.ts'
import type { Action } from '../action/action.ts'
import { withOwnChoices } from '../custom/own-choices.ts'
import { allFields, stateField, type Entity } from '../entity/entity.ts'
import { initialValue } from '../entity/parse-draft.ts'
import type { Field, Fields } from '../field/field.ts'
import { typeOf } from '../field/types.ts'
import { mayImport } from '../import/importable.ts'
import { mayPrintWith } from '../print/layout.ts'
import { tabsOf } from '../query/tabs.ts'
import type { Speech } from './voice.ts'
import { isReadable, relatedMeta } from './related-meta.ts'
import type { ActionMeta, EntityMeta, FieldMeta, FormBlock } from './wire.ts'

export interface Cut {
  sight: Sight
  speech: Speech
}

export function entityMeta(cut: Cut, entity: Entity): EntityMeta {
  const { sight, speech } = cut
  const { person } = sight.reader
  const fields = allFields(entity)
  const seen = visibleFields(fields, person)
  const has = (right: string) => sight.grants.scopes(person, entity.name, right).length > 0
  const written = !entity.managed && !entity.appendOnly && !entity.isLine
  const state = stateField(entity)
  return {
    name: entity.name,
    label: { one: speech.t(entity.label.one), many: speech.t(entity.label.many) },
    ...(entity.icon ? { icon: entity.icon } : {}),
    ...(entity.purpose ? { purpose: speech.t(entity.purpose) } : {}),
    ...beginsAt(cut, entity),
    title: entity.title,
    subtitle: (entity.subtitle ?? []).filter((field) => seen.includes(field)),
    fields: seen.map((name) => fieldMeta(cut, name, fields[name] as Field)),
    ...(state ? { state: { field: state, steps: stepsOf(entity, state) } } : {}),
    list: listMeta(cut, entity, seen),
    ...(entity.hours && seesAll(entity.hours, seen) ? { hours: entity.hours } : {}),
    ...(entity.putOnDays ? { putOnDays: entity.putOnDays } : {}),
    form: formOf(entity, seen, speech),
    isLine: entity.isLine ?? false,
    isSingle: entity.single ?? false,
    ...(entity.alarm ? { alarm: alarmMeta(entity.alarm, speech) } : {}),
    actions: actionsMeta(cut, entity),
    related: relatedMeta(cut, entity),
    ...duplicatesMeta(entity, seen),
    prints: [...sight.registry.prints.values()]
      .filter((print) => print.entity.name === entity.name && mayPrintWith(print, person))
      .map((print) => ({
        name: print.name,
        label: speech.t(print.label),
        options: fieldsMeta(cut, print.options),
      })),
    may: {
      create: written && has('create'),
      update: written && has('update'),
      delete: written && has('delete'),
      export: has('export'),
      import: mayImport(sight, entity),
      merge: written && has('merge'),
    },
  }
}

function duplicatesMeta({ duplicates }: Entity, seen: string[]): Pick<EntityMeta, 'duplicates'> {
  return duplicates
    ? { duplicates: Object.keys(duplicates).filter((one) => seen.includes(one)) }
    : {}
}

function seesAll(names: object, seen: readonly string[]): boolean {
  return Object.values(names).every((name) => seen.includes(String(name)))
}

function beginsAt({ sight }: Cut, { begins }: Entity): Pick<EntityMeta, 'begins'> {
  const origin = begins && sight.registry.entities.get(begins)
  return origin && isReadable(sight, origin) ? { begins } : {}
}

export function fieldMeta({ sight, speech }: Cut, name: string, field: Field): FieldMeta {
  const type = typeOf(field)
  const { person } = sight.reader
  const initial = initialValue(field, sight.reader)
  return {
    name,
    kind: field.kind,
    label: speech.t(field.label ?? name),
    ...(field.required && !field.mayBeNone ? { required: true } : {}),
    ...(field.late ? { late: true } : {}),
    ...(field.unique ? { unique: true } : {}),
    ...(field.computed ? { computed: true } : {}),
    ...(!field.computed && !mayChangeField(field, person) ? { readOnly: true } : {}),
    ...(field.help ? { help: speech.t(field.help) } : {}),
    ...(field.options
      ? { options: field.options.map((option) => ({ ...option, label: speech.t(option.label) })) }
      : {}),
    ...pickKeys(field, [
      'target',
      'targetIn',
      'asks',
      'pick',
      'within',
      'asSteps',
      'currency',
      'places',
      'min',
      'max',
      'maxLength',
      'registerOf',
      'fills',
      'when',
      'ownChoices',
    ]),
    ...(initial === null || field.kind === 'lines' ? {} : { initial }),
    filterable: type.operators.length > 0 && !isInner(field),
    listable: type.column !== null && !isInner(field) && field.kind !== 'longText',
    sortable: type.sortable || isNamed(sight, field),
    groupable: type.groupable,
  }
}

function alarmMeta({ when, text, tells }: NonNullable<Entity['alarm']>, { t }: Speech) {
  return { where: when, text: t(text), tells }
}

/** What only the program reads: structured values, and ids of rows that nothing names. */
function isInner({ kind, target, targetIn }: Field): boolean {
  return kind === 'json' || (kind === 'ref' && !target && !targetIn)
}

function pickKeys(field: Field, keys: readonly (keyof Field)[]): Partial<FieldMeta> {
  return Object.fromEntries(
    keys.filter((key) => field[key] !== undefined).map((key) => [key, field[key]]),
  )
}

function stepsOf(entity: Entity, state: string): string[] {
  return [...(entity.steps ?? entity.fields[state]?.options?.map((option) => option.value) ?? [])]
}

function listMeta({ sight, speech }: Cut, entity: Entity, seen: string[]): EntityMeta['list'] {
  const shape = entity.list
  const columns = (shape?.columns ?? Object.keys(entity.fields).slice(0, 6)).filter((field) =>
    seen.includes(field),
  )
  return {
    columns,
    sort: shape?.sort ?? (entity.isLine ? 'position' : '-createdAt'),
    tabs: Object.entries(tabsOf(sight, entity)).map(([key, where]) => ({
      key,
      label: speech.t(key),
      where,
    })),
    totals: (shape?.totals ?? []).filter((field) => seen.includes(field)),
    amounts: (shape?.amounts ?? shape?.totals ?? []).filter((field) => seen.includes(field)),
  }
}

function formOf(entity: Entity, seen: string[], speech: Speech): FormBlock[] {
  const blocks: readonly FormBlock[] = entity.form ?? defaultForm(entity)
  const keep = (block: string | string[]) =>
    typeof block === 'string' ? seen.includes(block) : block.some((field) => seen.includes(field))
  const cutRow = (block: string | string[]) =>
    typeof block === 'string' ? block : block.filter((field) => seen.includes(field))
  return blocks.flatMap((block): FormBlock[] => {
    if (typeof block === 'object' && !Array.isArray(block)) {
      const rows = block.rows.filter(keep).map(cutRow)
      return rows.length > 0 ? [{ title: speech.t(block.title), rows }] : []
    }
    return keep(block) ? [cutRow(block)] : []
  })
}

function defaultForm(entity: Entity): FormBlock[] {
  const wide = new Set(['lines', 'longText', 'richText', 'tags', 'address'])
  const { fields } = entity
  const namesTargets = new Set(Object.values(fields).map(({ targetIn }) => targetIn))
  const names = Object.entries(fields)
    .filter(([name, field]) => !isInner(field) && !namesTargets.has(name))
    .map(([name]) => name)
  const rows: FormBlock[] = []
  let open: string[] | null = null
  for (const name of names) {
    if (wide.has(fields[name]?.kind ?? '')) {
      rows.push(name)
      open = null
    } else if (open && open.length < 2) open.push(name)
    else rows.push((open = [name]))
  }
  return rows
}

function actionsMeta(cut: Cut, entity: Entity): ActionMeta[] {
  const { sight, speech } = cut
  const all = [...(sight.registry.actions.get(entity.name)?.values() ?? [])]
  const mine = (action: Action) =>
    !action.internal &&
    sight.grants.scopes(sight.reader.person, entity.name, `do:${action.name}`).length > 0
  return all.filter(mine).map((action) => ({
    name: action.name,
    label: speech.t(action.label),
    on: action.on,
    ...(action.from ? { from: [...action.from] } : {}),
    ...(action.to.length > 0 ? { to: [...action.to] } : {}),
    input: fieldsMeta(cut, action.input),
    ...(action.sets ? { sets: action.sets } : {}),
    ...(action.confirm ? { confirm: speech.t(action.confirm) } : {}),
    ...(action.reason ? { reason: true } : {}),
    ...(action.tone ? { tone: action.tone } : {}),
    ...(action.opens ? { opens: true } : {}),
    ...(action.offline ? { offline: true } : {}),
  }))
}

/** References are sorted by the names of what they point to. */
function isNamed({ registry }: Sight, { kind, target }: Field): boolean {
  return (kind === 'ref' || kind === 'person') && registry.entities.has(target ?? '')
}

export function fieldsMeta(cut: Cut, fields: Fields): FieldMeta[] {
  const own = withOwnChoices(cut.sight.registry, fields)
  return Object.entries(own).map(([name, field]) => fieldMeta(cut, name, field))
}

/** Entities this person can read at all, by any way. */
export function readableEntities(sight: Sight): Entity[] {
  const documents = [...sight.registry.entities.values()].filter(
    (entity) => !entity.isLine && isReadable(sight, entity),
  )
  const lines = documents.flatMap((entity) =>
    Object.values(entity.fields).flatMap((field) =>
      field.kind === 'lines' && field.of ? [field.of as Entity] : [],
    ),
  )
  return [...documents, ...lines]
}
