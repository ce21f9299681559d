/** The second walls of the database (unique, foreign key, check) told in the words of the first. */
import { Refusal } from '../base/fail.ts'
import { columnName, type Entity } from '../entity/entity.ts'
import type { Registry } from '../registry.ts'

interface DatabaseError {
  code?: string
  constraint?: string
}

/** Answers a refusal for what the user can mend; every other error as it is. */
export function refusalOfDatabase(registry: Registry, error: unknown): unknown {
  const { code, constraint } = error as DatabaseError
  if (!constraint) return code === '55P03' || code === '57014' ? busy() : error
  if (code === '23505')
    return fieldRefusal(registry, constraint, '_uq', 'field.not-unique') ?? error
  if (code === '23503')
    return fieldRefusal(registry, constraint, '_fk', 'field.no-such-record') ?? error
  if (code === '23514') return checkRefusal(registry, constraint) ?? error
  return error
}

function busy(): Refusal {
  return new Refusal('database.busy', {}, { status: 503 })
}

/** Constraint names may carry a shard's suffix on a distributed database: compare by prefix. */
function fieldRefusal(
  registry: Registry,
  constraint: string,
  ending: string,
  rule: string,
): Refusal | null {
  for (const entity of tablesNamedLike(registry, constraint)) {
    const fields = Object.keys(entity.fields).filter((field) =>
      constraint.startsWith(`${entity.table}_${columnName(field)}${ending}`),
    )
    const together = (entity.unique ?? []).find((set) =>
      constraint.startsWith(`${entity.table}_${set.map(columnName).join('_')}`.slice(0, 55)),
    )
    const field = fields[0] ?? together?.[0]
    if (field) {
      const problem = { field, rule, facts: { fields: together ?? [field] } }
      return new Refusal('input.invalid', { count: 1 }, { field }, [problem])
    }
  }
  return null
}

function checkRefusal(registry: Registry, constraint: string): Refusal | null {
  for (const entity of tablesNamedLike(registry, constraint)) {
    const check = Object.keys(entity.checks ?? {}).find((name) =>
      constraint.startsWith(`${entity.table}_${name}_ck`),
    )
    if (check) return new Refusal(`${entity.name}.${check.replaceAll('_', '-')}`, {}, {})
  }
  return null
}

function tablesNamedLike(registry: Registry, constraint: string): Entity[] {
  return [...registry.entities.values()]
    .filter((entity) => constraint.startsWith(`${entity.table}_`))
    .sort((one, other) => other.table.length - one.table.length)
}
