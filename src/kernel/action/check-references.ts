/** What a person points to must be there, not deleted, and visible to that person. */
import { failInput, type FieldProblem } from '../base/fail.ts'
import { rowScope } from '../access/scope.ts'
import { name, raw, sql } from '../db/sql.ts'
import type { Values } from '../entity/parse-draft.ts'
import type { Field, Fields } from '../field/field.ts'
import { entityOf } from '../registry.ts'
import type { Unit } from './unit.ts'

interface Pointer {
  path: string
  id: string
}

/** @throws {Refusal} `input.invalid` naming each field that points to nothing */
export async function checkReferences(unit: Unit, fields: Fields, values: Values): Promise<void> {
  const pointers = new Map<string, Pointer[]>()
  collect(fields, values, '', pointers)
  const answers = await Promise.all(
    [...pointers].map(([target, list]) => missing(unit, target, list)),
  )
  const problems = answers.flat()
  if (problems.length > 0) failInput(problems)
}

function collect(
  fields: Fields,
  values: Values,
  path: string,
  pointers: Map<string, Pointer[]>,
): void {
  for (const [field, declared] of Object.entries(fields)) {
    const value = values[field]
    if (value === null || value === undefined) continue
    if (declared.kind === 'lines') {
      const lines = value as Values[]
      lines.forEach((line, index) =>
        collect(declared.of?.fields ?? {}, line, `${path}${field}.${index}.`, pointers),
      )
    } else if (pointsSomewhere(declared)) {
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

async function missing(unit: Unit, target: string, pointers: Pointer[]): Promise<FieldProblem[]> {
  const entity = entityOf(unit.house.registry, target)
  const ids = [...new Set(pointers.map((pointer) => pointer.id))]
  const bin = entity.isLine ? raw('') : raw(' and r.deleted_at is null')
  const rows = await unit.tx.query<{ id: string }>(
    sql`select r.id from ${name(entity.table)} r where r.tenant = ${unit.sight.reader.tenant} and r.id = any(${ids}::uuid[])${bin} and ${rowScope(unit.sight, entity, 'read', 'r')}`,
  )
  const found = new Set(rows.map((row) => row.id))
  return pointers
    .filter((pointer) => !found.has(pointer.id))
    .map((pointer) => ({
      field: pointer.path,
      rule: 'field.no-such-record',
      facts: { entity: target },
    }))
}
