/** Which rows of a list a person may not change, wholly or in some fields: not hers, or frozen. */
import { rowScope, type Sight } from '../access/scope.ts'
import { raw, sql, type Sql } from '../db/sql.ts'
import { frozenFields, isByProgram, type Entity } from '../entity/entity.ts'
import type { ClosedRow } from '../http/wire.ts'
import { compileWhere } from './compile-where.ts'

/** By id; a row that is not named is open. */
export type Closed = Record<string, ClosedRow>

const hers = 'may_change'
const frozen = 'is_frozen'

/** Two more columns of a list; the same rules as those by which a change is refused. */
export function closedSql(sight: Sight, entity: Entity, alias: string): Sql {
  const { when } = entity.locked ?? {}
  const right = isByProgram(entity) ? raw('false') : rowScope(sight, entity, 'update', alias)
  const lock = when ? compileWhere(entity, when, sight.reader, alias) : raw('false')
  return sql`, (${right}) as ${raw(hers)}, (${lock}) as ${raw(frozen)}`
}

/** Takes the two columns out of the rows again. */
export function takeClosed(entity: Entity, rows: Record<string, unknown>[]): Closed {
  const closed: Closed = {}
  for (const row of rows) {
    const found = closedRow(entity, row)
    if (found) closed[String(row['id'])] = found
    delete row[hers]
    delete row[frozen]
  }
  return closed
}

function closedRow(entity: Entity, row: Record<string, unknown>): ClosedRow | null {
  if (row[hers] !== true) return 'not-yours'
  if (row[frozen] !== true) return null
  const fields = frozenFields(entity)
  return fields === 'all' ? 'locked' : fields
}
