/** A filter that is kept (a right's rows, a saved view) must be one its rows can be asked. */
import { failInput, Refusal, type FieldProblem } from '../base/fail.ts'
import type { Person } from '../access/person.ts'
import type { Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import { parseWhere } from '../query/parse-where.ts'
import type { Where } from '../query/where.ts'
import type { Registry } from '../registry.ts'
import type { Unit } from './unit.ts'

type Flaw = Pick<FieldProblem, 'rule' | 'facts'>

/** @throws {Refusal} `input.invalid` with `filter.…` at the field */
export function checkFilters(unit: Unit, entity: Entity, values: Values): void {
  const { registry } = unit.house
  for (const [field, { filterOf, asks }] of Object.entries(entity.fields)) {
    const asked = filterOf === undefined ? asks : String(values[filterOf])
    if (asked === undefined) continue
    const flaw = flawOf(registry, asked, values[field], unit.caller.person)
    // The rule speaks of the field that is asked; the problem stands where the filter stands.
    if (flaw) failInput([{ field, ...flaw }])
  }
}

/** The rule that a kept filter breaks, and with which of its fields; or null. */
export function flawOf(
  registry: Registry,
  entityName: string,
  where: unknown,
  person: Person,
): Flaw | null {
  if (where === null || where === undefined) return null
  const entity = registry.entities.get(entityName)
  if (!entity) return { rule: 'filter.not-an-object', facts: {} }
  try {
    const found = searches(parseWhere(entity, where, person))
    return found ? { rule: 'filter.no-search', facts: {} } : null
  } catch (error) {
    if (error instanceof Refusal) return { rule: error.rule, facts: error.facts }
    throw error
  }
}

/** Words are looked up in the database; a row in hand cannot be asked for them. */
function searches(where: Where): boolean {
  const parts = [...(where.any ?? []), ...(where.not ? [where.not] : [])]
  return where.search !== undefined || where.behind !== undefined || parts.some(searches)
}
