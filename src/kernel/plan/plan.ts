/** Compares the wished schema with the last snapshot and writes the SQL between, for review. */
import type { Column, Schema, Table } from './schema.ts'

/** Begins the line of a migration where its reviewer has to decide; none may be left in one. */
export const undecided = '-- Decide'

/** @returns statements in the order of rule M4: table, keys, indexes, row-level security, grants */
export function planMigration(before: Schema, after: Schema): string[] {
  const creates: string[] = []
  const changes: string[] = []
  const keys: string[] = []
  const rest: string[] = []
  for (const [name, table] of Object.entries(after.tables)) {
    const old = before.tables[name]
    if (old) planChange(name, old, table, changes, keys, rest)
    else planCreate(name, table, creates, keys, rest)
  }
  const drops = Object.keys(before.tables)
    .filter((name) => !after.tables[name])
    .map((name) => `drop table "${name}" cascade;`)
  return [...creates, ...changes, ...keys, ...rest, ...drops]
}

function planCreate(name: string, table: Table, creates: string[], keys: string[], rest: string[]) {
  const primary = `${name}_pk`
  const columns = Object.entries(table.columns).map(
    ([column, shape]) => `  ${columnSql(column, shape)}`,
  )
  const key = `  constraint ${primary} ${table.constraints[primary]}`
  creates.push(`create table "${name}" (\n${[...columns, key].join(',\n')}\n);`)
  for (const [constraint, definition] of Object.entries(table.constraints)) {
    if (constraint !== primary) keys.push(addConstraint(name, constraint, definition))
  }
  for (const [index, definition] of Object.entries(table.indexes)) {
    rest.push(createIndex(name, index, definition))
  }
  rest.push(`alter table "${name}" enable row level security;`)
  rest.push(
    `create policy ${name}_tenant on "${name}"\n  using (tenant = (select shangmai_tenant()))\n  with check (tenant = (select shangmai_tenant()));`,
  )
  const rights = table.appendOnly ? 'select, insert' : 'select, insert, update, delete'
  rest.push(`grant ${rights} on "${name}" to shangmai_app;`)
}

function planChange(
  name: string,
  old: Table,
  table: Table,
  changes: string[],
  keys: string[],
  rest: string[],
) {
  dropChanged(name, old, table, changes)
  for (const [column, shape] of Object.entries(table.columns)) {
    const was = old.columns[column]
    changes.push(...(was ? alterColumn(name, column, was, shape) : addColumn(name, column, shape)))
  }
  for (const column of Object.keys(old.columns)) {
    if (!table.columns[column]) changes.push(`alter table "${name}" drop column ${quote(column)};`)
  }
  for (const [constraint, definition] of Object.entries(table.constraints)) {
    if (old.constraints[constraint] !== definition)
      keys.push(addConstraint(name, constraint, definition))
  }
  for (const [index, definition] of Object.entries(table.indexes)) {
    if (old.indexes[index] !== definition) rest.push(createIndex(name, index, definition))
  }
  if (old.appendOnly !== table.appendOnly) {
    const verb = table.appendOnly ? 'revoke update, delete on' : 'grant update, delete on'
    rest.push(`${verb} "${name}" ${table.appendOnly ? 'from' : 'to'} shangmai_app;`)
  }
}

function dropChanged(name: string, old: Table, table: Table, changes: string[]): void {
  for (const [index, definition] of Object.entries(old.indexes)) {
    if (table.indexes[index] !== definition) changes.push(`drop index ${index};`)
  }
  for (const [constraint, definition] of Object.entries(old.constraints)) {
    if (table.constraints[constraint] !== definition) {
      changes.push(`alter table "${name}" drop constraint ${constraint};`)
    }
  }
}

/** Rows that are there already get their value before the column insists on one. */
function addColumn(table: string, column: string, shape: Column): string[] {
  const add = (is: Column) => `alter table "${table}" add column ${columnSql(column, is)};`
  if (!shape.notNull || shape.default !== undefined) return [add(shape)]
  return [add({ ...shape, notNull: false }), ...insistOn(table, column, shape)]
}

function insistOn(table: string, column: string, { filling }: Column): string[] {
  const fill = (value: string) =>
    `update "${table}" set ${quote(column)} = ${value} where ${quote(column)} is null;`
  const decide = `${undecided} what the rows have in it that are there already.\n-- ${fill('…')}`
  return [
    filling === undefined ? decide : fill(filling),
    `alter table "${table}" alter column ${quote(column)} set not null;`,
  ]
}

function alterColumn(table: string, column: string, was: Column, is: Column): string[] {
  const alter = `alter table "${table}" alter column ${quote(column)}`
  const changes: string[] = []
  const isOther = was.type !== is.type
  // A default of the old type may not fit the new one.
  if (was.default !== undefined && (isOther || was.default !== is.default))
    changes.push(`${alter} drop default;`)
  if (isOther) changes.push(`${alter} type ${is.type} using ${quote(column)}::${is.type};`)
  if (is.default !== undefined && (isOther || was.default !== is.default))
    changes.push(`${alter} set default ${is.default};`)
  if (is.notNull && !was.notNull) changes.push(...insistOn(table, column, is))
  if (was.notNull && !is.notNull) changes.push(`${alter} drop not null;`)
  return changes
}

function columnSql(name: string, column: Column): string {
  const fallback = column.default === undefined ? '' : ` default ${column.default}`
  return `${quote(name)} ${column.type}${column.notNull ? ' not null' : ''}${fallback}`
}

function quote(column: string): string {
  return `"${column}"`
}

function addConstraint(table: string, name: string, definition: string): string {
  return `alter table "${table}" add constraint ${name} ${definition};`
}

function createIndex(table: string, name: string, definition: string): string {
  const unique = definition.startsWith('unique ')
  const columns = definition.replace(/^unique /u, '')
  return `create ${unique ? 'unique ' : ''}index ${name} on "${table}" ${columns};`
}
