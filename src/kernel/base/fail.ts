/** A refusal that the user can understand and act on: a named rule, its facts, and its field. */

export type Facts = Record<string, unknown>

export interface RefusalPlace {
  /** Path of the field the refusal is about, e.g. `lines.2.quantity`. */
  field?: string
  /** HTTP status of the answer; 422 unless told. */
  status?: number
}

export interface FieldProblem {
  /** Path of the field, e.g. `lines.2.quantity`. */
  field: string
  rule: string
  facts: Facts
}

/** An expected refusal: translated for the user, never logged as a failure of the program. */
export class Refusal extends Error {
  readonly rule: string
  readonly facts: Facts
  readonly field: string | undefined
  readonly status: number
  readonly problems: readonly FieldProblem[]

  constructor(rule: string, facts: Facts, place: RefusalPlace, problems: FieldProblem[] = []) {
    super(rule)
    this.name = 'Refusal'
    this.rule = rule
    this.facts = facts
    this.field = place.field
    this.status = place.status ?? 422
    this.problems = problems
  }
}

/**
 * Refuses what was asked. The rule's name is the key of its message in every language.
 * @throws {Refusal} always
 */
export function fail(rule: string, facts: Facts = {}, place: RefusalPlace = {}): never {
  throw new Refusal(rule, facts, place)
}

/**
 * Refuses an input with one entry per faulty field (status 422, rule `input.invalid`).
 * @throws {Refusal} always
 */
export function failInput(problems: FieldProblem[]): never {
  const field = problems[0]?.field
  throw new Refusal('input.invalid', { count: problems.length }, field ? { field } : {}, problems)
}
