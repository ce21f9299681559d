/** The rows that an import refused, kept for the screen and the error file. */
import type { Database } from '../db/database.ts'
import { newId } from '../db/new-id.ts'
import { sql } from '../db/sql.ts'
import type { Transaction } from '../db/transaction.ts'

export interface RowProblems {
  row: number
  cells: string[]
  problems: RowProblem[]
}

export interface RowProblem {
  field?: string
  rule: string
  facts: Record<string, unknown>
  value?: string
  /** A note at a row that is taken all the same. */
  isTaken?: true
}

export function sendProblems(
  tx: Transaction,
  tenant: string,
  run: string,
  refused: RowProblems[],
): void {
  if (refused.length === 0) return
  const rows = refused.map(({ row, cells, problems }) => ({ id: newId(), row, cells, problems }))
  tx.send(
    sql`insert into import_problem (tenant, id, run, row_number, cells, problems)
      select ${tenant}::uuid, p.id, ${run}::uuid, p."row", p.cells, p.problems
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as p(id uuid, "row" integer, cells jsonb, problems jsonb)`,
  )
}

export function forgetProblems(tx: Transaction, tenant: string, run: string): void {
  tx.send(sql`delete from import_problem where tenant = ${tenant} and run = ${run}::uuid`)
}

/**
 * Rejected rows in the order of the file, or those that are taken with a note.
 * @param after row number to go on behind
 */
export function readProblems(
  database: Database,
  tenant: string,
  run: string,
  after: number,
  most: number,
  wish: { taken: boolean } = { taken: false },
): Promise<RowProblems[]> {
  return database.read<RowProblems>(
    tenant,
    sql`select row_number as "row", cells, problems from import_problem
      where tenant = ${tenant} and run = ${run}::uuid and row_number > ${after}
        and (problems -> 0 ? 'isTaken') = ${wish.taken}
      order by row_number limit ${most}`,
  )
}
