/** What a person points to must be there, not deleted, and visible to that person. */
import { fail, failInput, type FieldProblem } from '../base/fail.ts'
import { rowScope } from '../access/scope.ts'
import { join, name, raw, sql, type Sql } from '../db/sql.ts'
import type { Values } from '../entity/parse-draft.ts'
import type { Field, Fields } from '../field/field.ts'
import { always } from '../query/compile-where.ts'
import { titleSql } from '../query/select.ts'
import { entityOf } from '../registry.ts'
import type { Unit } from './unit.ts'

interface Pointer {
  path: string
  id: string
}

/** Entity → what points there. */
type Pointers = Map<string, Pointer[]>

/**
 * All in one statement; the names found on the way are kept in the unit, search needs them.
 * @throws {Refusal} `input.invalid` naming each field that points to nothing
 */
export async function checkReferences(unit: Unit, fields: Fields, values: Values): Promise<void> {
  const pointers: Pointers = new Map()
  collect(fields, values, '', pointers, unit.caller.person.id)
  await lookUp(unit, pointers)
  const problems: FieldProblem[] = []
  for (const [target, list] of pointers) {
    for (const { path, id } of list)
      if (!unit.titles.has(`${target} ${id}`))
        problems.push({ field: path, rule: 'field.no-such-record', facts: { entity: target } })
  }
  if (problems.length > 0) failInput(problems)
}

/**
 * What comes back from the recycle bin must not point to what is in there.
 * @throws {Refusal} `record.points-to-deleted` (409) with the entity it points to
 */
export async function refuseLost(unit: Unit, fields: Fields, values: Values): Promise<void> {
  const pointers: Pointers = new Map()
  collect(fields, values, '', pointers, null)
  if (pointers.size === 0) return
  const parts = [...pointers].map(([target, list]) => thereSql(unit, target, list, always))
  const rows = await unit.tx.query<Found>(join(parts, ' union all '))
  const found = new Set(rows.map(({ entity, id }) => `${entity} ${id}`))
  for (const [target, list] of pointers) {
    const lost = list.find(({ id }) => !found.has(`${target} ${id}`))
    if (!lost) continue
    const facts = { entity: entityOf(unit.house.registry, target).label.one }
    fail('record.points-to-deleted', facts, { status: 409, field: lost.path })
  }
}

/** @param me that person is there: the request was let in for them */
function collect(
  fields: Fields,
  values: Values,
  path: string,
  pointers: Pointers,
  me: string | null,
): void {
  for (const [field, declared] of Object.entries(fields)) {
    const value = values[field]
    if (value === null || value === undefined) continue
    if (declared.kind === 'lines') {
      const lines = value as Values[]
      lines.forEach((line, index) =>
        collect(declared.of?.fields ?? {}, line, `${path}${field}.${index}.`, pointers, me),
      )
    } else if (pointsSomewhere(declared) && !(declared.kind === 'person' && value === me)) {
      const target = declared.target ?? 'file'
      const list = pointers.get(target) ?? []
      for (const id of [value].flat() as string[]) list.push({ path: path + field, id })
      pointers.set(target, list)
    }
  }
}

function pointsSomewhere(field: Field): boolean {
  if (field.computed) return false
  if (field.kind === 'file' || field.kind === 'picture') return true
  return field.target !== undefined && ['ref', 'refs', 'person'].includes(field.kind)
}

interface Found {
  entity: string
  id: string
  title: string | null
}

/** Notes the titles of records that are there for this person; those of before are known. */
async function lookUp(unit: Unit, pointers: Pointers): Promise<void> {
  // In the order of names, so that the statement is the same whatever was filled in first.
  const parts = [...pointers.keys()].sort().flatMap((target) => {
    const open = (pointers.get(target) ?? []).filter(
      ({ id }) => !unit.titles.has(`${target} ${id}`),
    )
    return open.length > 0 ? [seenSql(unit, target, open)] : []
  })
  if (parts.length === 0) return
  const rows = await unit.tx.query<Found>(join(parts, ' union all '))
  for (const { entity, id, title } of rows) unit.titles.set(`${entity} ${id}`, title ?? '')
}

function seenSql(unit: Unit, target: string, pointers: readonly Pointer[]): Sql {
  const entity = entityOf(unit.house.registry, target)
  return thereSql(unit, target, pointers, rowScope(unit.sight, entity, 'read', 'r'))
}

function thereSql(unit: Unit, target: string, pointers: readonly Pointer[], scope: Sql): Sql {
  const entity = entityOf(unit.house.registry, target)
  const ids = [...new Set(pointers.map((pointer) => pointer.id))]
  const bin = entity.isLine ? raw('') : raw(' and r.deleted_at is null')
  const columns = raw(
    `'${target}' as entity, r.id, ${titleSql(unit.house.registry, entity, 'r')} as title`,
  )
  return sql`select ${columns} from ${name(entity.table)} r
    where r.tenant = ${unit.sight.reader.tenant} and r.id = any(${ids}::uuid[])${bin}
      and ${scope}`
}
