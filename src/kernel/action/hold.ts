/** Reads a record and keeps others from changing it until the unit ends. */
import { fail } from '../base/fail.ts'
import { rowScope } from '../access/scope.ts'
import { name, raw, sql, type Sql } from '../db/sql.ts'
import { lineFields, type Entity } from '../entity/entity.ts'
import { columnsSql, storedFields } from '../query/select.ts'
import { heldKey, ownEntity, type StoredRow, type Unit } from './unit.ts'

/** What the person may do with the row besides seeing it. */
export interface Hold {
  row: StoredRow
  allowed: boolean
}

/** Locks for the program: no permission asked. @throws {Refusal} `record.not-found` */
export async function hold(unit: Unit, entity: Entity, id: string): Promise<StoredRow> {
  const held = unit.held.get(heldKey(entity, id))
  if (held) return held
  const row = await readOne(unit, entity, id, sql`r.id = ${id}::uuid`, { lock: true })
  if (!row) fail('record.not-found', { entity: entity.name, id }, { status: 404 })
  unit.held.set(heldKey(entity, id), row)
  return row
}

/**
 * Locks for a person: a row that may not be seen is not found.
 * @returns whether the right reaches this row
 */
export async function holdFor(
  unit: Unit,
  entity: Entity,
  id: string,
  right: string,
): Promise<Hold> {
  const may = rowScope(unit.sight, entity, right, 'r')
  const seen = rowScope(unit.sight, entity, 'read', 'r')
  const condition = sql`r.id = ${id}::uuid and ${seen}`
  const row = await readOne(unit, entity, id, condition, { lock: true, may })
  if (!row) fail('record.not-found', {}, { status: 404 })
  return held(unit, entity, row)
}

/** As holdFor, for many rows in one statement; rows that may not be seen are missing. */
export async function holdManyFor(
  unit: Unit,
  entity: Entity,
  ids: readonly string[],
  right: string,
): Promise<Map<string, Hold>> {
  const may = rowScope(unit.sight, entity, right, 'r')
  const seen = rowScope(unit.sight, entity, 'read', 'r')
  const condition = sql`r.id = any(${ids}::uuid[]) and ${seen}`
  const rows = await readRows(unit, entity, condition, { lock: true, may })
  return new Map(rows.map((row) => [row.id, held(unit, entity, row)]))
}

/** As hold, for many in one statement; those that are not there are missed when asked for. */
export async function holdMany(unit: Unit, entity: Entity, ids: readonly string[]): Promise<void> {
  const rows = await readRows(unit, entity, sql`r.id = any(${ids}::uuid[])`, { lock: true })
  for (const row of rows) unit.held.set(heldKey(entity, row.id), row)
}

/** Keeps a row that was read with `may` in the unit. */
function held(unit: Unit, entity: Entity, { may__: allowed, ...row }: StoredRow): Hold {
  unit.held.set(heldKey(entity, row.id), row)
  return { row, allowed: allowed === true }
}

export interface ReadWish {
  lock?: boolean
  /** Also answers, as `may__`, whether this condition holds. */
  may?: Sql
  order?: Sql
  limit?: number
  /** Lines are loaded unless told otherwise. */
  withoutLines?: boolean
}

/** Rows with their lines. */
export async function readRows(
  unit: Unit,
  entity: Entity,
  condition: Sql,
  wish: ReadWish,
): Promise<StoredRow[]> {
  const rows = await unit.tx.query<StoredRow>(rowsSql(unit, entity, condition, wish))
  if (rows.length === 0 || wish.withoutLines) return rows
  const ids = rows.map((row) => row.id)
  setLines(rows, await readLines(unit, entity, ids))
  return rows
}

/**
 * One row with its lines in one round trip. The lines are asked for behind the lock: the server
 * answers them as they stand once the row is held.
 */
async function readOne(
  unit: Unit,
  entity: Entity,
  id: string,
  condition: Sql,
  wish: ReadWish,
): Promise<StoredRow | null> {
  const [[row], lines] = await Promise.all([
    unit.tx.query<StoredRow>(rowsSql(unit, entity, condition, wish)),
    readLines(unit, entity, [id]),
  ])
  if (!row) return null
  setLines([row], lines)
  return row
}

function rowsSql(unit: Unit, declared: Entity, condition: Sql, wish: ReadWish): Sql {
  const entity = ownEntity(unit, declared)
  const columns = raw(columnsSql(entity, storedFields(entity), 'r'))
  const may = wish.may ? sql`, (${wish.may}) as may__` : raw('')
  const order = wish.order ?? (wish.lock ? raw(' order by r.id') : raw(''))
  const limit = wish.limit ? raw(` limit ${wish.limit}`) : raw('')
  // Keys never change, so rows of others may go on pointing to a locked one.
  const lock = wish.lock ? raw(' for no key update of r') : raw('')
  return sql`select ${columns}${may} from ${name(entity.table)} r
    where r.tenant = ${unit.sight.reader.tenant} and ${condition}${order}${limit}${lock}`
}

type Lines = [field: string, lines: (StoredRow & { parent: string })[]][]

function readLines(unit: Unit, entity: Entity, ids: string[]): Promise<Lines> {
  const { tenant } = unit.sight.reader
  const asked = lineFields(entity).map(async ([field, lines]) => {
    const columns = raw(columnsSql(lines, storedFields(lines), 'l'))
    const found = await unit.tx.query<StoredRow & { parent: string }>(
      sql`select ${columns} from ${name(lines.table)} l
        where l.tenant = ${tenant} and l.parent = any(${ids}::uuid[])
        order by l.parent, l.position`,
    )
    return [field, found] satisfies Lines[number]
  })
  return Promise.all(asked)
}

function setLines(rows: StoredRow[], found: Lines): void {
  for (const [field, lines] of found) {
    for (const row of rows) row[field] = []
    const byParent = new Map(rows.map((row) => [row.id, row[field] as unknown[]]))
    for (const { parent, ...line } of lines) byParent.get(parent)?.push(line)
  }
}
