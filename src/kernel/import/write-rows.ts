/** Writes a batch of rows: new records in one statement, known ones changed, problems by field. */
import { matches } from '../query/matches.ts'
import { createRecords } from '../action/record-writes.ts'
import { apart } from '../action/apart.ts'
import { updateIn } from '../action/crud.ts'
import { checkReferences } from '../action/check-references.ts'
import type { Unit } from '../action/unit.ts'
import { Refusal, type FieldProblem } from '../base/fail.ts'
import { name, raw, sql } from '../db/sql.ts'
import { columnName, type Entity } from '../entity/entity.ts'
import { parseDraft, type Values } from '../entity/parse-draft.ts'
import { resolveRefs, type Row } from './resolve-refs.ts'
import type { ImportPlan } from './run-store.ts'

export interface Outcome {
  created: number
  updated: number
  unchanged: number
}

/** Keys and unique values seen in this run, so that a dry run knows the rows before. */
export type Seen = Map<string, number>

export async function writeRows(
  unit: Unit,
  entity: Entity,
  plan: ImportPlan,
  rows: Row[],
  seen: Seen,
): Promise<Outcome> {
  for (const [fieldName, field] of Object.entries(entity.fields)) {
    const isRef = (field.kind === 'ref' || field.kind === 'person') && field.target !== undefined
    if (isRef) await resolveRefs(unit, rows, fieldName, field, plan.createMissing)
  }
  const sound = rows.filter((row) => row.problems.length === 0)
  const known = await knownRecords(unit, entity, plan, sound)
  const drafts: { row: Row; values: Values }[] = []
  const outcome: Outcome = { created: 0, updated: 0, unchanged: 0 }
  for (const row of sound) {
    const id = plan.key ? known.get(keyOf(row.given[plan.key])) : undefined
    if (id) await updateRow(unit, entity, id, row, plan, outcome)
    else if (plan.mode === 'update')
      row.problems.push({
        field: plan.key ?? '',
        rule: 'import.no-such-record',
        facts: { text: String(row.given[plan.key ?? '']), entity: entity.label.one },
      })
    else addDraft(unit, entity, row, drafts)
  }
  await refuseTaken(unit, entity, drafts, seen)
  const ready = drafts.filter(({ row }) => row.problems.length === 0)
  await createRecords(
    unit,
    entity,
    ready.map(({ values }) => values),
    'import',
  )
  return { ...outcome, created: ready.length }
}

/** Numbers given in the file are kept; everything else is checked as if it were typed. */
function addDraft(
  unit: Unit,
  entity: Entity,
  row: Row,
  drafts: { row: Row; values: Values }[],
): void {
  const { person } = unit.caller
  const place = unit.sight.reader
  try {
    const { given, numbers } = withoutNumbers(entity, row.given)
    const values = { ...parseDraft(entity, given, { person, place, partial: false }), ...numbers }
    const scopes = unit.sight.grants.scopes(person, entity.name, 'create')
    const inReach = scopes.some((scope) => scope === 'all' || matches(entity, values, scope, place))
    if (inReach) drafts.push({ row, values })
    else
      row.problems.push({
        field: entity.title,
        rule: 'record.not-allowed',
        facts: { entity: entity.label.one },
      })
  } catch (error) {
    addProblems(row, error)
  }
}

function withoutNumbers(entity: Entity, all: Values): { given: Values; numbers: Values } {
  const isNumber = (field: string) => entity.fields[field]?.kind === 'serial'
  const entries = Object.entries(all)
  return {
    given: Object.fromEntries(entries.filter(([field]) => !isNumber(field))),
    numbers: Object.fromEntries(entries.filter(([field]) => isNumber(field))),
  }
}

async function updateRow(
  unit: Unit,
  entity: Entity,
  id: string,
  row: Row,
  plan: ImportPlan,
  outcome: Outcome,
): Promise<void> {
  if (plan.mode === 'create') {
    row.problems.push({ field: plan.key ?? '', rule: 'field.not-unique', facts: {} })
    return
  }
  try {
    const { given } = withoutNumbers(entity, row.given)
    const before = unit.audit.length
    await apart(unit, () => updateIn(unit, entity, id, given, undefined, 'import'))
    if (unit.audit.length === before) outcome.unchanged += 1
    else outcome.updated += 1
  } catch (error) {
    addProblems(row, error)
  }
}

function addProblems(row: Row, error: unknown): void {
  if (!(error instanceof Refusal)) throw error
  const own: FieldProblem[] =
    error.problems.length > 0
      ? [...error.problems]
      : [{ field: error.field ?? '', rule: error.rule, facts: error.facts }]
  row.problems.push(...own.map((problem) => withValue(row, problem)))
}

function withValue(row: Row, problem: FieldProblem): FieldProblem & { value?: string } {
  const value = row.given[problem.field]
  return typeof value === 'string' ? { ...problem, value } : problem
}

/** Records that the key field of the rows means, in one statement. */
async function knownRecords(
  unit: Unit,
  entity: Entity,
  plan: ImportPlan,
  rows: Row[],
): Promise<Map<string, string>> {
  if (!plan.key) return new Map()
  const key = plan.key
  const values = rows.map((row) => keyOf(row.given[key])).filter((value) => value !== '')
  return takenBy(unit, entity, key, values)
}

async function takenBy(
  unit: Unit,
  entity: Entity,
  field: string,
  values: string[],
): Promise<Map<string, string>> {
  if (values.length === 0) return new Map()
  const column = raw(`r."${columnName(field)}"`)
  const rows = await unit.tx.query<{ id: string; value: string }>(
    sql`select r.id, ${column} as value from ${name(entity.table)} r
      where r.tenant = ${unit.sight.reader.tenant} and ${column} = any(${values}::text[])`,
  )
  return new Map(rows.map((row) => [row.value, row.id]))
}

function keyOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}

/** The duplicate check: a unique value is in neither the house nor an earlier row of the file. */
async function refuseTaken(
  unit: Unit,
  entity: Entity,
  drafts: { row: Row; values: Values }[],
  seen: Seen,
): Promise<void> {
  const fields = Object.keys(entity.fields).filter((field) => entity.fields[field]?.unique)
  for (const field of fields) {
    const isText = ['text', 'serial', 'email'].includes(entity.fields[field]?.kind ?? '')
    const filled = drafts.filter(
      ({ values }) => values[field] !== null && values[field] !== undefined,
    )
    if (!isText || filled.length === 0) continue
    const taken = await takenBy(
      unit,
      entity,
      field,
      filled.map(({ values }) => String(values[field])),
    )
    for (const { row, values } of filled) {
      const value = String(values[field])
      const first = seen.get(`${field} ${value}`)
      if (taken.has(value)) row.problems.push({ field, rule: 'field.not-unique', facts: {}, value })
      else if (first !== undefined)
        row.problems.push({ field, rule: 'import.twice-in-file', facts: { row: first }, value })
      else seen.set(`${field} ${value}`, row.row)
    }
  }
  await refuseMissing(unit, entity, drafts)
}

/** Ids given as such must be there and visible; names were looked up already. */
async function refuseMissing(
  unit: Unit,
  entity: Entity,
  drafts: { row: Row; values: Values }[],
): Promise<void> {
  const wrapped = { rows: drafts.map(({ values }) => values) }
  try {
    await checkReferences(
      unit,
      { rows: { kind: 'lines', required: true, of: { name: entity.name, fields: entity.fields } } },
      wrapped,
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    for (const problem of error.problems) {
      const [, index = '', ...rest] = problem.field.split('.')
      drafts[Number(index)]?.row.problems.push({ ...problem, field: rest.join('.') })
    }
  }
}
