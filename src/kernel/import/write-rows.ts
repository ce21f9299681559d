/** Writes a batch of rows: new records in one statement, known ones changed, problems by field. */
import { matches } from '../query/matches.ts'
import { checkAmounts } from '../action/check-amounts.ts'
import { checkCompanyNumbers } from '../action/check-company-numbers.ts'
import { checkFilters } from '../action/check-filters.ts'
import { checkHanger } from '../action/check-hanger.ts'
import { checkReferences } from '../action/check-references.ts'
import { changeHeld, checkChange } from '../action/crud.ts'
import { holdManyFor, type Hold } from '../action/hold.ts'
import { createRecords } from '../action/record-writes.ts'
import type { Unit } from '../action/unit.ts'
import { inParts } from '../base/breathe.ts'
import { fail, Refusal, type FieldProblem } from '../base/fail.ts'
import type { Entity } from '../entity/entity.ts'
import { parseDraft, type Values } from '../entity/parse-draft.ts'
import { typeOf } from '../field/types.ts'
import type { FirstRows } from './first-rows.ts'
import { openedForFiles } from './import-fields.ts'
import { noteLikely } from './likely-rows.ts'
import { nextRows } from './own-kind.ts'
import { resolveRefs, type Row } from './resolve-refs.ts'
import type { ImportPlan } from './run-store.ts'
import { refuseTaken, refuseTwice, takenBy } from './uniques.ts'

export interface Outcome {
  created: number
  updated: number
  unchanged: number
}

/** So many rows are read before other requests get their turn. */
const together = 50

interface Draft {
  row: Row
  values: Values
}

/** What a run remembers of the rows before. */
export interface Memory {
  firstRows: FirstRows
  /** Names of what a trial run would have added. */
  added: FirstRows
}

/** Problems are noted at the rows; what is refused behind a write breaks the unit. */
export async function writeRows(
  unit: Unit,
  entity: Entity,
  plan: ImportPlan,
  rows: readonly Row[],
  { firstRows, added }: Memory,
): Promise<Outcome> {
  const outcome: Outcome = { created: 0, updated: 0, unchanged: 0 }
  refuseTwice(entity, rows, unit.sight.reader, firstRows)
  for (let waiting = rows; waiting.length > 0;) {
    const next = new Set(nextRows(entity, waiting))
    waiting = waiting.filter((row) => !next.has(row))
    await resolveRefs(unit, entity, [...next], plan.createMissing, added)
    const known = await knownRecords(unit, entity, plan, [...next])
    const fresh = sound([...next]).filter((row) => !known.has(row))
    outcome.created += await addRows(unit, entity, plan, fresh)
    await changeRows(unit, entity, known, outcome)
  }
  return outcome
}

function sound(rows: readonly Row[]): Row[] {
  return rows.filter((row) => row.problems.length === 0)
}

/** The records that rows mean by the key; refuses values of other records, and rows of none. */
async function knownRecords(
  unit: Unit,
  entity: Entity,
  { key, mode }: ImportPlan,
  rows: readonly Row[],
): Promise<Map<Row, string>> {
  const known = new Map<Row, string>()
  const asked = sound(rows)
  const taken = await takenBy(unit, entity, asked)
  for (const row of asked) {
    const text = key === null ? '' : String(row.given[key] ?? '')
    const id = key === null || mode === 'create' ? undefined : taken.get(key)?.get(text)
    refuseTaken(taken, row, id ?? null)
    if (mode === 'update' && id === undefined) row.problems.push(noSuch(entity, key ?? '', text))
    if (id !== undefined && row.problems.length === 0) known.set(row, id)
  }
  return known
}

function noSuch(entity: Entity, field: string, text: string): Row['problems'][number] {
  if (text === '') return { field, rule: 'field.required', facts: {} }
  const facts = { text, entity: entity.label.one }
  return { field, rule: 'import.no-such-record', facts, value: text }
}

function isSound({ row }: Draft): boolean {
  return row.problems.length === 0
}

async function addRows(unit: Unit, entity: Entity, plan: ImportPlan, rows: Row[]): Promise<number> {
  const drafts: Draft[] = []
  for await (const some of inParts(rows, together))
    for (const row of some)
      await noting(row, async () => drafts.push({ row, values: await draftOf(unit, entity, row) }))
  await refuseMissing(unit, entity, drafts)
  await noteLikely(unit, entity, plan, drafts.filter(isSound))
  const ready = drafts.filter(isSound)
  const values = ready.map((draft) => draft.values)
  await createRecords(unit, entity, values, 'import')
  return ready.length
}

/** Numbers given in the file are kept; everything else is checked as if it were typed. */
async function draftOf(unit: Unit, declared: Entity, row: Row): Promise<Values> {
  const entity = openedForFiles(declared)
  const { person } = unit.caller
  const place = unit.sight.reader
  const { given, numbers } = withoutNumbers(entity, row.given)
  const values = { ...parseDraft(entity, given, { person, place, partial: false }), ...numbers }
  await checkHanger(unit, entity, values)
  checkFilters(unit, entity, values)
  checkAmounts(entity.fields, values, {}, place.currency)
  checkCompanyNumbers(entity.fields, values, {}, place.country)
  const scopes = unit.sight.grants.scopes(person, entity.name, 'create')
  const inReach = scopes.some((scope) => scope === 'all' || matches(entity, values, scope, place))
  if (!inReach) fail('record.not-allowed', { entity: entity.label.one }, { field: entity.title })
  return values
}

function withoutNumbers(entity: Entity, all: Values): { given: Values; numbers: Values } {
  const isNumber = (field: string) => entity.fields[field]?.kind === 'serial'
  const entries = Object.entries(all)
  return {
    given: Object.fromEntries(entries.filter(([field]) => !isNumber(field))),
    numbers: Object.fromEntries(entries.filter(([field]) => isNumber(field))),
  }
}

async function changeRows(
  unit: Unit,
  entity: Entity,
  known: ReadonlyMap<Row, string>,
  outcome: Outcome,
): Promise<void> {
  if (known.size === 0) return
  const holds = await holdManyFor(unit, entity, [...known.values()], 'update')
  for (const [row, id] of known) {
    const values = await noting(row, () => changeOf(unit, entity, row, holds.get(id)))
    const held = holds.get(id)
    if (!values || !held) continue
    const after = await changeHeld(unit, entity, held.row, values, 'import')
    if (after.version === held.row.version) outcome.unchanged += 1
    else outcome.updated += 1
  }
}

/** Of an address the parts that the file does not have stay as they are. */
function changeOf(unit: Unit, entity: Entity, row: Row, held: Hold | undefined): Promise<Values> {
  if (!held) fail('record.not-found')
  const { given } = withoutNumbers(entity, row.given)
  dropAsItIs(unit, entity, given, held.row)
  for (const [field, value] of Object.entries(given))
    if (entity.fields[field]?.kind === 'address')
      given[field] = { ...(held.row[field] as Values | null), ...(value as Values) }
  return checkChange(unit, entity, held, given)
}

/** What only a new record brings along may stand in the file as the record has it already. */
function dropAsItIs(unit: Unit, { fields }: Entity, given: Values, row: Values): void {
  for (const [name, value] of Object.entries(given)) {
    const field = fields[name]
    if (!field?.broughtIn) continue
    const brought = typeOf(field).parse(value, field, unit.sight.reader)
    if (brought === row[name]) delete given[name]
  }
}

/** Runs a check; what it refuses is noted at the row. */
async function noting<T>(row: Row, check: () => Promise<T>): Promise<T | undefined> {
  try {
    return await check()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const own = { field: error.field ?? '', rule: error.rule, facts: error.facts }
    const problems = error.problems.length > 0 ? error.problems : [own]
    row.problems.push(...problems.map((problem) => withValue(row, problem)))
    return undefined
  }
}

function withValue(row: Row, problem: FieldProblem): FieldProblem & { value?: string } {
  const value = row.given[problem.field]
  return typeof value === 'string' ? { ...problem, value } : problem
}

/** Ids given as such must be there and visible; names were looked up already. */
async function refuseMissing(unit: Unit, entity: Entity, drafts: Draft[]): Promise<void> {
  const { name, fields } = openedForFiles(entity)
  const wrapped = { rows: drafts.map(({ values }) => values) }
  try {
    const rows = { kind: 'lines' as const, required: true, of: { name, fields } }
    await checkReferences(unit, { rows }, wrapped)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    for (const problem of error.problems) {
      const [, index = '', ...rest] = problem.field.split('.')
      drafts[Number(index)]?.row.problems.push({ ...problem, field: rest.join('.') })
    }
  }
}
