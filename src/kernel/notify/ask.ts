/** A way to ask the database, inside a transaction or not. */
import type { Sql } from '../db/sql.ts'

export type Ask = <R>(query: Sql) => Promise<R[]>
