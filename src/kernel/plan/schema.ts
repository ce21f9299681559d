/** The tables that the declared entities ask for, as plain comparable data. */
import { allFields, columnName, lineFields, stateField, type Entity } from '../entity/entity.ts'
import type { Field } from '../field/field.ts'
import { typeOf } from '../field/types.ts'

export interface Schema {
  tables: Record<string, Table>
}

export interface Table {
  columns: Record<string, Column>
  /** Constraint name → definition after `add constraint <name>`. */
  constraints: Record<string, string>
  /** Index name → definition after `on <table>`. */
  indexes: Record<string, string>
  appendOnly: boolean
}

export interface Column {
  type: string
  notNull: boolean
  default?: string
  /** What rows get that are there before the column insists on a value; SQL over the row. */
  filling?: string
}

const uuidPattern = 'uuid'

/** @param entities all entities of the house, lines included */
export function schemaOf(entities: readonly Entity[]): Schema {
  const tables: Record<string, Table> = {}
  const parents = parentOfLines(entities)
  for (const entity of entities) tables[entity.table] = tableOf(entity, entities, parents)
  return { tables }
}

function parentOfLines(entities: readonly Entity[]): Map<string, Entity> {
  const parents = new Map<string, Entity>()
  for (const entity of entities) {
    for (const [, lines] of lineFields(entity)) parents.set(lines.name, entity)
  }
  return parents
}

function tableOf(entity: Entity, all: readonly Entity[], parents: Map<string, Entity>): Table {
  const columns: Record<string, Column> = {
    tenant: { type: uuidPattern, notNull: true },
    id: { type: uuidPattern, notNull: true },
    ...(entity.isLine ? lineColumns() : recordColumns()),
    ...(entity.appendOnly ? {} : { extra: { type: 'jsonb', notNull: true, default: "'{}'" } }),
  }
  for (const [name, field] of Object.entries(allFields(entity))) {
    const type = typeOf(field).column
    if (type === null) continue
    const more = { ...columnDefault(field), ...fillingOf(entity, field) }
    columns[columnName(name)] = { type, notNull: field.required, ...more }
  }
  return {
    columns,
    constraints: constraintsOf(entity, all, parents),
    indexes: indexesOf(entity),
    appendOnly: entity.appendOnly ?? false,
  }
}

function lineColumns(): Record<string, Column> {
  return {
    parent: { type: uuidPattern, notNull: true },
    position: { type: 'integer', notNull: true },
  }
}

function recordColumns(): Record<string, Column> {
  return {
    version: { type: 'integer', notNull: true, default: '1' },
    deleted_at: { type: 'timestamptz', notNull: false },
  }
}

function columnDefault(field: Field): { default?: string } {
  if (field.kind === 'boolean') return { default: field.default === true ? 'true' : 'false' }
  if (field.kind === 'state') return { default: `'${String(field.default)}'` }
  return {}
}

/** The initial value of the field, as rows would have got it when they were made. */
function fillingOf(entity: Entity, field: Field): { filling?: string } {
  const { default: initial } = field
  if (!field.required) return {}
  if (field.kind === 'boolean' || field.kind === 'state') return { filling: literal(initial) }
  if (initial === 'today' || initial === 'now') {
    if (entity.isLine) return {}
    return { filling: initial === 'now' ? 'created_at' : 'created_at::date' }
  }
  if (initial === 'base') return { filling: baseCurrency(entity) }
  const isPlain = typeof initial === 'string' || typeof initial === 'number'
  return isPlain && initial !== 'me' ? { filling: literal(initial) } : {}
}

function literal(value: unknown): string {
  return `'${String(value).replaceAll("'", "''")}'`
}

function baseCurrency({ table }: Entity): string {
  return `(select c.settings->>'currency' from company c where c.tenant = "${table}".tenant)`
}

function constraintsOf(entity: Entity, all: readonly Entity[], parents: Map<string, Entity>) {
  const table = entity.table
  const constraints: Record<string, string> = { [`${table}_pk`]: 'primary key (tenant, id)' }
  const parent = parents.get(entity.name)
  if (entity.isLine && parent) {
    constraints[`${table}_parent_fk`] =
      `foreign key (tenant, parent) references "${parent.table}" (tenant, id) on delete cascade`
  }
  for (const [name, field] of Object.entries(entity.fields)) {
    const target = all.find((candidate) => candidate.name === field.target)
    if (!entity.busy && isPointer(field) && target) {
      constraints[`${table}_${columnName(name)}_fk`] =
        `foreign key (tenant, "${columnName(name)}") references "${target.table}" (tenant, id)`
    }
  }
  const state = stateField(entity)
  if (state) {
    const values = entity.fields[state]?.options?.map((option) => `'${option.value}'`).join(', ')
    constraints[`${table}_${columnName(state)}_ck`] =
      `check ("${columnName(state)}" in (${values}))`
  }
  for (const [name, check] of Object.entries(entity.checks ?? {})) {
    constraints[`${table}_${name}_ck`] = `check (${check})`
  }
  return constraints
}

function isPointer({ kind }: Field): boolean {
  return kind === 'ref' || kind === 'person' || kind === 'file' || kind === 'picture'
}

function indexesOf(entity: Entity): Record<string, string> {
  const table = entity.table
  const indexes: Record<string, string> = {}
  const add = (fields: readonly string[], options: { unique?: boolean } = {}) => {
    const columns = fields.map((field) => {
      const column = `"${columnName(field.replace(/^-/u, ''))}"`
      return field.startsWith('-') ? `${column} desc` : column
    })
    const words = columns.map((column) => column.replaceAll('"', '').replace(' ', '_'))
    const key = `${table}_${words.join('_')}`
    const name = `${key.slice(0, 55)}_${options.unique ? 'uq' : 'ix'}`
    const definition = `${options.unique ? 'unique ' : ''}(${['tenant', ...columns].join(', ')})`
    if (indexes[name] !== undefined && indexes[name] !== definition)
      throw new Error(`Two indexes of ${table} have names that begin alike: ${name}`)
    indexes[name] = definition
  }
  if (entity.isLine) add(['parent', 'position'])
  for (const [name, field] of Object.entries(entity.fields)) {
    if (field.unique) add([name], { unique: true })
    else if (field.kind === 'ref' && !field.index && !entity.busy)
      add(entity.isLine ? [name] : [name, '-id'])
  }
  for (const fields of entity.unique ?? []) add(fields, { unique: true })
  for (const fields of entity.indexes ?? []) add(fields)
  if (!entity.busy) for (const field of sortedColumns(entity)) add([field, 'id'])
  return indexes
}

/** Every listed column can be sorted by at any size, so each has its index. */
function sortedColumns(entity: Entity): string[] {
  if (entity.isLine) return []
  const listed = new Set([...(entity.list?.columns ?? []), 'createdAt', 'updatedAt'])
  const sort = entity.list?.sort?.replace(/^-/u, '')
  if (sort) listed.add(sort)
  const fields = allFields(entity)
  return [...listed].filter((name) => {
    const field = fields[name]
    return field && (typeOf(field).sortable || field.index === true)
  })
}
