/** One record with its lines, if this person may see it. */
import { fail } from '../base/fail.ts'
import { visibleFields } from '../access/fields.ts'
import { scopeAmong } from '../access/hung-on.ts'
import { rowScope, type Sight } from '../access/scope.ts'
import type { Database } from '../db/database.ts'
import { join, name, raw, sql, type Sql } from '../db/sql.ts'
import { allFields, lineFields, type Entity } from '../entity/entity.ts'
import type { RefTitles, WireRow } from '../http/wire.ts'
import { addPointers } from './pointers.ts'
import { columnsSql, splitTitles, titlesSql } from './select.ts'

export interface Found {
  row: WireRow
  refs: RefTitles
  /** Those of the asked rights that reach this very row. */
  held: ReadonlySet<string>
}

/**
 * A record that is not there and one that may not be seen answer alike.
 * @param rights asked about this row in the same statement, e.g. 'update' or 'do:confirm'
 * @throws {Refusal} `record.not-found` (404)
 */
export async function find(
  database: Database,
  sight: Sight,
  entity: Entity,
  id: string,
  rights: readonly string[] = [],
): Promise<Found> {
  const person = sight.reader.person
  const fields = visibleFields(allFields(entity), person)
  const columns = columnsSql(entity, fields, 'r') + titlesSql(sight.registry, entity, fields, 'r')
  const { tenant } = sight.reader
  const ask = <R>(one: Sql) => database.read<R>(tenant, one)
  const scope = await scopeAmong(ask, sight, entity, [id])
  const query = sql`select ${raw(columns)}${rightsSql(sight, entity, rights)}
    from ${name(entity.table)} r
    where r.tenant = ${tenant} and r.id = ${id}::uuid and ${scope}`
  const wanted = lineFields(entity).filter(([field]) => fields.includes(field))
  const lineQueries = wanted.map(([, lines]) => linesOf(database, sight, lines, id))
  const [rows, ...lines] = await Promise.all([
    database.read<WireRow>(tenant, query),
    ...lineQueries,
  ])
  const row = rows[0]
  if (!row) fail('record.not-found', {}, { status: 404 })
  const held = takeRights(row, rights)
  const refs = splitTitles(entity, [row])
  await addPointers(database, sight, entity, [row], refs)
  wanted.forEach(([field, linesEntity], index) => {
    const own = lines[index] ?? []
    splitTitles(linesEntity, own, refs)
    row[field] = own
  })
  return { row, refs, held }
}

/** Each right as a column of its own, by the same compiler as everywhere. */
function rightsSql(sight: Sight, entity: Entity, rights: readonly string[]): Sql {
  const columns = rights.map((right, index) => {
    const scope = rowScope(sight, entity, right, 'r')
    return sql`, (${scope}) as ${name(rightColumn(index))}`
  })
  return join(columns, '')
}

function takeRights(row: WireRow, rights: readonly string[]): Set<string> {
  const held = rights.filter((_, index) => row[rightColumn(index)] === true)
  rights.forEach((_, index) => delete row[rightColumn(index)])
  return new Set(held)
}

function rightColumn(index: number): string {
  return `held_right_${index}`
}

/** Lines are read beside their document; the document's scope decides whether they are shown. */
function linesOf(database: Database, sight: Sight, lines: Entity, parent: string) {
  const fields = visibleFields(lines.fields, sight.reader.person)
  const columns = columnsSql(lines, fields, 'l') + titlesSql(sight.registry, lines, fields, 'l')
  return database.read<Record<string, unknown>>(
    sight.reader.tenant,
    sql`select ${raw(columns)} from ${name(lines.table)} l
      where l.tenant = ${sight.reader.tenant} and l.parent = ${parent}::uuid
      order by l.position`,
  )
}
