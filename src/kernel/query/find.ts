/** One record with its lines, if this person may see it. */
import { fail } from '../base/fail.ts'
import { visibleFields } from '../access/fields.ts'
import { rowScope, type Sight } from '../access/scope.ts'
import type { Database } from '../db/database.ts'
import { name, raw, sql } from '../db/sql.ts'
import { allFields, lineFields, type Entity } from '../entity/entity.ts'
import type { RefTitles, WireRow } from '../http/wire.ts'
import { columnsSql, splitTitles, titlesSql } from './select.ts'

export interface Found {
  row: WireRow
  refs: RefTitles
}

/**
 * A record that is not there and one that may not be seen answer alike.
 * @throws {Refusal} `record.not-found` (404)
 */
export async function find(
  database: Database,
  sight: Sight,
  entity: Entity,
  id: string,
): Promise<Found> {
  const person = sight.reader.person
  const fields = visibleFields(allFields(entity), person)
  const columns = columnsSql(entity, fields, 'r') + titlesSql(sight.registry, entity, fields, 'r')
  const scope = rowScope(sight, entity, 'read', 'r')
  const { tenant } = sight.reader
  const query = sql`select ${raw(columns)} from ${name(entity.table)} r where r.tenant = ${tenant} and r.id = ${id}::uuid and ${scope}`
  const wanted = lineFields(entity).filter(([field]) => fields.includes(field))
  const lineQueries = wanted.map(([, lines]) => linesOf(database, sight, lines, id))
  const [rows, ...lines] = await Promise.all([
    database.read<WireRow>(tenant, query),
    ...lineQueries,
  ])
  const row = rows[0]
  if (!row) fail('record.not-found', {}, { status: 404 })
  const refs = splitTitles(entity, [row])
  wanted.forEach(([field, linesEntity], index) => {
    const own = lines[index] ?? []
    splitTitles(linesEntity, own, refs)
    row[field] = own
  })
  return { row, refs }
}

/** Lines are read beside their document; the document's own scope decides whether they are shown. */
function linesOf(database: Database, sight: Sight, lines: Entity, parent: string) {
  const fields = visibleFields(lines.fields, sight.reader.person)
  const columns = columnsSql(lines, fields, 'l') + titlesSql(sight.registry, lines, fields, 'l')
  return database.read<Record<string, unknown>>(
    sight.reader.tenant,
    sql`select ${raw(columns)} from ${name(lines.table)} l where l.tenant = ${sight.reader.tenant} and l.parent = ${parent}::uuid order by l.position`,
  )
}
