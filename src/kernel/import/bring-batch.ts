/** Writes one batch of rows together with the progress of its run, in one transaction. */
import type { Caller } from '../action/caller.ts'
import { readerOf } from '../action/caller.ts'
import { write } from '../action/write.ts'
import type { Refusal } from '../base/fail.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Entity } from '../entity/entity.ts'
import type { Place } from '../field/field.ts'
import type { House } from '../house.ts'
import { holdRun } from '../run/hold-run.ts'
import { sendCounts } from '../run/progress.ts'
import type { Standing } from '../run/run.ts'
import { isFinal } from '../run/until-end.ts'
import { convertRow, type Column } from './convert-row.ts'
import type { Table, TableRow } from './file/table.ts'
import { noteAdded } from './own-kind.ts'
import type { Row } from './resolve-refs.ts'
import { sendProblems } from './run-problems.ts'
import { keyOf, type Counts, type ImportPlan, type ImportRun } from './run-store.ts'
import { writeRows, type Memory, type Outcome } from './write-rows.ts'

export interface Work {
  house: House
  caller: Caller
  entity: Entity
  run: ImportRun
  plan: ImportPlan
  table: Table
  columns: Column[]
  dryRun: boolean
  /** As the last batch that is in left them. */
  counts: Counts
  memory: Memory
}

/** What a batch comes to: the counts with it, the rows it takes and those it refuses. */
interface Result {
  counts: Counts
  taken: Row[]
  refused: Row[]
}

const nothing: Outcome = { created: 0, updated: 0, unchanged: 0 }

/** All rows at once; when one breaks the transaction, half of them, down to the row that does. */
export async function bringBatch(work: Work, batch: TableRow[]): Promise<Standing> {
  try {
    return await writeTogether(work, batch)
  } catch (error) {
    if (!isFinal(error)) throw error
    if (batch.length === 1) return refuse(work, batch, error)
    const middle = Math.ceil(batch.length / 2)
    const standing = await bringBatch(work, batch.slice(0, middle))
    return standing === 'here' ? bringBatch(work, batch.slice(middle)) : standing
  }
}

/** A transaction may begin again, so what a try comes to lives in that try alone. */
async function writeTogether(work: Work, batch: TableRow[]): Promise<Standing> {
  const { house, caller, entity, dryRun, run } = work
  const operation = { kind: 'import', entity: entity.name, id: run.operation ?? '' }
  const result = await write(house, caller, dryRun ? { dryRun } : { operation }, async (unit) => {
    const standing = dryRun ? 'here' : await hold(unit.tx, work)
    if (standing !== 'here') return standing
    const rows = batch.map((row) => rowOf(work, row, unit.sight.reader))
    const outcome = await writeRows(unit, entity, work.plan, rows, work.memory)
    const own = resultOf(work, batch, rows, outcome)
    if (!dryRun) sendProgress(unit.tx, work, own)
    return own
  })
  if (typeof result === 'string') return result
  if (dryRun) {
    noteAdded(entity, result.taken, work.memory.added)
    return keep(work, result)
  }
  work.counts = result.counts
  return 'here'
}

async function refuse(work: Work, batch: TableRow[], error: Refusal): Promise<Standing> {
  const place = await readerOf(work.house, work.caller)
  const rows = batch.map((row) => rowOf(work, row, place))
  const problem = { field: error.field ?? '', rule: error.rule, facts: error.facts }
  for (const row of rows)
    row.problems.push(...(error.problems.length > 0 ? error.problems : [problem]))
  return keep(work, resultOf(work, batch, rows, nothing))
}

/** The account of rows of which nothing is in the house. */
async function keep(work: Work, result: Result): Promise<Standing> {
  const standing = await work.house.database.transaction(work.caller.tenant, async (tx) => {
    const found = await hold(tx, work)
    if (found === 'here') sendProgress(tx, work, result)
    return found
  })
  if (standing === 'here') work.counts = result.counts
  return standing
}

function hold(tx: Transaction, { caller, run, counts }: Work): Promise<Standing> {
  const { status, operation } = run
  return holdRun(tx, keyOf(caller.tenant, run.id), { status, operation, done: counts.done })
}

export function rowOf({ columns }: Pick<Work, 'columns'>, row: TableRow, place: Place): Row {
  return {
    row: row.row,
    cells: row.cells,
    given: row.problem ? {} : convertRow(row.cells, columns, place),
    problems: row.problem ? [{ field: '', rule: row.problem, facts: {} }] : [],
  }
}

function resultOf(work: Work, batch: TableRow[], rows: Row[], outcome: Outcome): Result {
  const { counts } = work
  const { taken = [], refused = [] } = Object.groupBy(rows, ({ problems }) =>
    problems.length === 0 ? 'taken' : 'refused',
  )
  const unreadable = batch.reduce((all, row) => all + (row.unreadable ?? 0), 0)
  return {
    taken,
    refused,
    counts: {
      total: counts.total,
      done: counts.done + batch.length,
      created: counts.created + outcome.created,
      updated: counts.updated + outcome.updated,
      unchanged: counts.unchanged + outcome.unchanged,
      rejected: counts.rejected + refused.length,
      likely: counts.likely + taken.filter(({ likely }) => likely).length,
      unreadable: counts.unreadable + unreadable,
    },
  }
}

function sendProgress(tx: Transaction, work: Work, { counts, refused, taken }: Result): void {
  const { tenant } = work.caller
  sendCounts(tx, keyOf(tenant, work.run.id), counts, work.house.now())
  sendProblems(tx, tenant, work.run.id, refused)
  const noted = taken.flatMap(({ likely, ...row }) =>
    likely ? { ...row, problems: [{ ...likely, isTaken: true as const }] } : [],
  )
  sendProblems(tx, tenant, work.run.id, noted)
}
