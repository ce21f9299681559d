/** What can be asked of one kind of record, as far as this person may. */
import type { ActionMeta, EntityMeta, FieldMeta } from '../wire.ts'
import { duplicatePaths } from './duplicate-paths.ts'
import { inputSchema } from './entity-schemas.ts'
import { followPaths } from './notice-paths.ts'
import { idParameter, needed, operation, query, writing, type Paths } from './operation.ts'
import {
  answer,
  anything,
  fieldSchema,
  instant,
  list,
  map,
  object,
  oneOf,
  orNull,
  ref,
  text,
  uuid,
  whole,
  yesNo,
  type Json,
} from './schema.ts'

/** @param entities names of those that are described */
export function entityPaths(entity: EntityMeta, entities: ReadonlySet<string>): Paths {
  const base = `/api/${entity.name}`
  const one = `${base}/{id}`
  return {
    [base]: { get: listOperation(entity), ...newOperation(entity) },
    [one]: { get: openOperation(entity), ...changeOperations(entity) },
    ...readPaths(entity, base, one),
    ...writePaths(entity, base, one),
    ...Object.fromEntries(
      entity.actions.map((action) => [
        action.on === 'one' ? `${one}/${action.name}` : `${base}/${action.name}`,
        { post: actionOperation(entity, action, entities) },
      ]),
    ),
    ...printPaths(entity),
  }
}

const filters = [
  query('where', 'Filter as JSON, e.g. {"name":{"has":"tea"}}'),
  query('q', 'Search words'),
  query('deleted', '1 for the recycle bin', oneOf('0', '1')),
]
const shown = [
  query('sort', 'Up to three fields, with commas; -field for the other way round'),
  query('columns', 'Fields, with commas'),
]
const paging = [query('after', 'Cursor of the page before'), query('limit', '1 to 200')]
const format = query('format', 'xlsx or csv', oneOf('xlsx', 'csv'))

function listOperation({ name, label }: EntityMeta): Json {
  const figures = [
    query('count', '1 for the count, up to 1000', oneOf('0', '1')),
    query('totals', '1 for sums', oneOf('0', '1')),
    query('may', '1 for what of the records you may not change', oneOf('0', '1')),
  ]
  return operation({
    summary: `List: ${label.many}`,
    parameters: [...filters, ...shown, ...paging, ...figures],
    answer: object(
      { rows: list(ref(name)), refs: answer('refs'), next: orNull(text) },
      { count: answer('count'), totals: answer('sums'), closed: map(answer('closed')) },
    ),
  })
}

function openOperation({ name, label }: EntityMeta): Json {
  return operation({
    summary: `Open: ${label.one}`,
    parameters: [idParameter],
    answer: object({
      row: ref(name),
      refs: answer('refs'),
      actions: list(answer('action')),
      may: object({ update: yesNo, delete: yesNo, share: yesNo }),
      locked: answer('locked'),
      deletedAt: orNull(instant),
    }),
  })
}

/** What a write answers: the record as it stands now, or in a dry run would stand. */
function writtenSchema({ name }: EntityMeta): Json {
  return object({ row: ref(name) }, { operation: uuid, dryRun: yesNo })
}

function newOperation(entity: EntityMeta): Record<string, Json> {
  if (!entity.may.create) return {}
  const written = writtenSchema(entity)
  const body = ref(`${entity.name}.new`)
  const summary = `New: ${entity.label.one}`
  return { post: operation({ summary, parameters: writing, body, answer: written, status: '201' }) }
}

const reason = { type: 'string', maxLength: 1000 }

function changeOperations(entity: EntityMeta): Record<string, Json> {
  const { name, label, may } = entity
  const about = { parameters: [idParameter, ...writing], answer: writtenSchema(entity) }
  const change = { summary: `Change: ${label.one}`, body: ref(`${name}.change`), ...about }
  const body = object({}, { version: whole, reason })
  return {
    ...(may.update ? { patch: operation(change) } : {}),
    ...(may.delete
      ? { delete: operation({ summary: `Delete: ${label.one}`, body, ...about }) }
      : {}),
  }
}

function readPaths(entity: EntityMeta, base: string, one: string): Paths {
  const { name, label, may } = entity
  const many = label.many
  const ofOne = (summary: string, named: string, parameters: Json[] = []) => ({
    get: operation({ summary, parameters: [idParameter, ...parameters], answer: answer(named) }),
  })
  const option = object({ id: uuid, title: text, subtitle: text, row: ref(name) })
  const by = needed(query('by', 'The field to group by'))
  const months = query('months', '1 to gather days by months', oneOf('0', '1'))
  const sum = query('sum', 'Fields to add up per group, with commas')
  const user = needed(query('user', 'The colleague in question', uuid))
  const template = query('template', '1 for an empty file to fill in and import', oneOf('0', '1'))
  const file = { parameters: [format, template, ...filters, ...shown], gives: spreadsheet }
  return {
    [`${base}/groups`]: {
      get: operation({
        summary: `Count by groups: ${many}`,
        parameters: [by, months, sum, ...filters],
        answer: answer('groups'),
      }),
    },
    [`${base}/counts`]: {
      get: operation({ summary: `Count the tabs: ${many}`, answer: answer('counts') }),
    },
    [`${base}/pick`]: {
      get: operation({
        summary: `Pick: ${label.one}`,
        parameters: [query('q', 'What is typed'), query('where', 'Filter as JSON')],
        answer: object({ options: list(option) }),
      }),
    },
    ...(may.export || may.import
      ? { [`${base}/export`]: { get: operation({ summary: `Export: ${many}`, ...file }) } }
      : {}),
    [`${one}/history`]: ofOne(`History: ${label.one}`, 'history'),
    [`${one}/chain`]: ofOne(`Documents of the deal: ${label.one}`, 'chain'),
    [`${one}/why`]: ofOne(`Why can a colleague see it: ${label.one}`, 'why', [user]),
    ...followPaths(entity, one),
  }
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function writePaths(entity: EntityMeta, base: string, one: string): Paths {
  const { name, label, may } = entity
  const written = writtenSchema(entity)
  const restore = {
    summary: `Restore: ${label.one}`,
    parameters: [idParameter, ...writing],
    body: object({}, { reason }),
    answer: written,
  }
  const bulk = {
    summary: `Change, delete or act on many, beyond 200 as work that goes on: ${label.many}`,
    parameters: writing,
    body: object(
      {},
      {
        ids: { ...list(uuid), maxItems: 10_000 },
        where: map(anything),
        patch: ref(`${name}.change`),
        delete: yesNo,
        action: text,
        input: map(anything),
        reason,
        dryRun: yesNo,
      },
    ),
    answer: answer('bulk'),
  }
  const merge = {
    summary: `Merge: ${label.many}`,
    parameters: writing,
    body: object(
      { keep: uuid, drop: { ...list(uuid), maxItems: 50 } },
      { take: { ...map(uuid), description: 'Field → the record whose value it takes' }, reason },
    ),
    answer: written,
  }
  return {
    ...(may.delete ? { [`${one}/restore`]: { post: operation(restore) } } : {}),
    ...(may.update || may.delete ? { [`${base}/bulk`]: { post: operation(bulk) } } : {}),
    ...(may.merge ? { [`${base}/merge`]: { post: operation(merge) } } : {}),
    ...duplicatePaths(entity, base),
  }
}

function actionOperation(
  entity: EntityMeta,
  action: ActionMeta,
  entities: ReadonlySet<string>,
): Json {
  const { on, input, label } = action
  const needs = input.some(
    ({ required, initial, kind }) => required && !initial && kind !== 'lines',
  )
  const asked = { input: { type: 'object', properties: inputSchema(input, entities) } }
  const said = action.reason ? { reason } : {}
  const free = { ...(action.reason ? {} : { reason }), version: whole, dryRun: yesNo }
  const ofOne = on === 'one'
  return operation({
    summary: `${label} (${entity.label.one})`,
    parameters: [...(ofOne ? [idParameter] : []), ...writing],
    body: needs ? object({ ...asked, ...said }, free) : object(said, { ...asked, ...free }),
    answer: object(
      {},
      { ...(ofOne ? { row: ref(entity.name) } : {}), result: anything, dryRun: yesNo },
    ),
  })
}

function optionParameter(field: FieldMeta): Json {
  return query(field.name, field.label, fieldSchema(field))
}

function printPaths({ prints, label }: EntityMeta): Paths {
  const locale = query('locale', 'Language of the form', oneOf('en', 'zh-Hant', 'zh-Hans'))
  return Object.fromEntries(
    prints.map((print) => [
      `/api/print/${print.name}/{id}`,
      {
        get: operation({
          summary: `Print ${print.label} (${label.one})`,
          parameters: [idParameter, locale, ...print.options.map(optionParameter)],
          gives: 'application/pdf',
        }),
      },
    ]),
  )
}
