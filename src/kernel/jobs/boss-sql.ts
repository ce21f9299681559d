/** The queue's own statements, sent inside a transaction of ours. */
import type { Db } from 'pg-boss'
import { raw, sql, type Sql } from '../db/sql.ts'
import type { Transaction } from '../db/transaction.ts'

/**
 * Lets pg-boss write through the caller's transaction. The statement is sent without waiting for
 * it: nothing is read back, and a failure makes the commit fail.
 */
export function bossWriter(tx: Transaction): Db {
  return {
    executeSql: (text, values = []) => {
      tx.send(fromNumbered(text, values))
      return Promise.resolve({ rows: [] })
    },
  }
}

/** Text with `$1`, `$2`, … (each as often as wanted, in any order) and its values as our SQL. */
export function fromNumbered(text: string, values: readonly unknown[]): Sql {
  const pieces = text.split(/\$(\d+)/u)
  return pieces.reduce<Sql>((all, piece, index) => {
    if (index % 2 === 0) return sql`${all}${raw(piece)}`
    return sql`${all}${values[Number(piece) - 1]}`
  }, raw(''))
}
