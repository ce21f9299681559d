/** Checks what a person sends for a record, field by field, and refuses with all problems found. */
import { failInput, Refusal, type FieldProblem } from '../base/fail.ts'
import { mayChangeField, seesField } from '../access/fields.ts'
import type { Person } from '../access/person.ts'
import { isId } from '../field/check.ts'
import type { Field, Fields, Place } from '../field/field.ts'
import { typeOf } from '../field/types.ts'
import type { Entity } from './entity.ts'

export type Values = Record<string, unknown>

export interface ParseWish {
  person: Person
  place: Place
  /** True for a change: absent fields stay as they are. */
  partial: boolean
}

const mostLines = 2000

/**
 * @returns checked values by field; lines as arrays of checked values
 * @throws {Refusal} `input.invalid` with one problem per faulty field
 */
export function parseDraft(entity: Entity, given: unknown, wish: ParseWish): Values {
  const problems: FieldProblem[] = []
  const values = parseFields(entity.fields, given, wish, '', problems)
  if (problems.length > 0) failInput(problems)
  return values
}

/** As parseDraft, for the input of an action or the parameters of a report. */
export function parseInput(fields: Fields, given: unknown, wish: ParseWish): Values {
  const problems: FieldProblem[] = []
  const values = parseFields(fields, given, wish, '', problems)
  for (const name of Object.keys(fields)) values[name] ??= null
  if (problems.length > 0) failInput(problems)
  return values
}

function parseFields(
  fields: Fields,
  given: unknown,
  wish: ParseWish,
  path: string,
  problems: FieldProblem[],
): Values {
  const values: Values = {}
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    problems.push({ field: path.replace(/\.$/u, ''), rule: 'input.object-expected', facts: {} })
    return values
  }
  for (const [name, value] of Object.entries(given)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!field || !seesField(field, wish.person)) {
      problems.push({ field: path + name, rule: 'field.unknown', facts: {} })
    } else if (!mayChangeField(field, wish.person)) {
      problems.push({ field: path + name, rule: 'field.not-yours', facts: {} })
    } else {
      parseField(name, field, value, wish, path, problems, values)
    }
  }
  for (const [name, field] of Object.entries(fields)) {
    if (name in values || problems.some((problem) => problem.field === path + name)) continue
    if (!wish.partial) values[name] = initialValue(field, wish.place)
    if (isMissing(field, values[name], wish)) {
      problems.push({ field: path + name, rule: 'field.required', facts: {} })
    }
  }
  return values
}

function isMissing(field: Field, value: unknown, wish: ParseWish): boolean {
  return (
    !wish.partial && field.required && !field.computed && (value === null || value === undefined)
  )
}

function parseField(
  name: string,
  field: Field,
  value: unknown,
  wish: ParseWish,
  path: string,
  problems: FieldProblem[],
  values: Values,
): void {
  try {
    const parsed =
      field.kind === 'lines'
        ? parseLines(field, value, wish, `${path}${name}`, problems)
        : value === null || value === undefined
          ? null
          : typeOf(field).parse(value, field, wish.place)
    if (parsed === null && field.required && field.kind !== 'lines') {
      problems.push({ field: path + name, rule: 'field.required', facts: {} })
    } else {
      values[name] = parsed
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    problems.push({ field: path + name, rule: error.rule, facts: error.facts })
  }
}

function parseLines(
  field: Field,
  value: unknown,
  wish: ParseWish,
  path: string,
  problems: FieldProblem[],
): Values[] {
  if (!Array.isArray(value)) {
    problems.push({ field: path, rule: 'field.list-expected', facts: {} })
    return []
  }
  if (value.length > mostLines) {
    problems.push({
      field: path,
      rule: 'field.too-long',
      facts: { longest: mostLines, length: value.length },
    })
    return []
  }
  return value.map((line, index) => parseLine(field, line, wish, `${path}.${index}.`, problems))
}

/** A line may carry the id it had; position is its place in the list. */
function parseLine(
  field: Field,
  line: unknown,
  wish: ParseWish,
  path: string,
  problems: FieldProblem[],
): Values {
  if (typeof line !== 'object' || line === null || Array.isArray(line)) {
    problems.push({ field: path.replace(/\.$/u, ''), rule: 'input.object-expected', facts: {} })
    return {}
  }
  const { id, position: _, parent: __, ...rest } = line as Values
  const fields = field.of?.fields ?? {}
  const own = withoutComputed(rest, fields)
  const whole = parseFields(fields, own, { ...wish, partial: false }, path, problems)
  const values = onlyOwn(whole, fields, wish.person)
  if (id !== undefined && id !== null) {
    if (isId(id)) values.id = id
    else problems.push({ field: `${path}id`, rule: 'field.not-an-id', facts: {} })
  }
  return values
}

/** A screen sends lines back as it got them; what the program computes is computed anew. */
function withoutComputed(line: Values, fields: Fields): Values {
  return Object.fromEntries(Object.entries(line).filter(([name]) => !fields[name]?.computed))
}

/** What a person may not change is left to what the line already holds. */
function onlyOwn(line: Values, fields: Fields, person: Person): Values {
  return Object.fromEntries(
    Object.entries(line).filter(([name]) => {
      const field = fields[name]
      return field !== undefined && mayChangeField(field, person)
    }),
  )
}

/** The value a field starts with; null when it has none. */
export function initialValue(field: Field, place: Place): unknown {
  if (field.kind === 'lines') return []
  if (field.default === 'today') return place.today
  if (field.default === 'now') return place.now.toISOString()
  if (field.default === 'me') return place.me
  if (field.default === 'base') return place.currency
  return field.default ?? null
}
