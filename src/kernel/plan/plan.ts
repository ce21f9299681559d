/** Compares the wished schema with the last snapshot and writes the SQL between, for review. */
import type { Column, Schema, Table } from './schema.ts'

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
    if (!was) changes.push(`alter table "${name}" add column ${columnSql(column, shape)};`)
    else changes.push(...alterColumn(name, column, was, shape))
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

function alterColumn(table: string, column: string, was: Column, is: Column): string[] {
  const alter = `alter table "${table}" alter column ${quote(column)}`
  const changes: string[] = []
  if (was.type !== is.type)
    changes.push(`${alter} type ${is.type} using ${quote(column)}::${is.type};`)
  if (was.default !== is.default) {
    changes.push(
      is.default === undefined ? `${alter} drop default;` : `${alter} set default ${is.default};`,
    )
  }
  if (was.notNull !== is.notNull) changes.push(`${alter} ${is.notNull ? 'set' : 'drop'} not null;`)
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
