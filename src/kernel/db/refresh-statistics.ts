/** Tells the database how its records are spread, where many were just made at once. */
import type { ClientConfig } from 'pg'
import { withClient } from './with-client.ts'

/**
 * The database finds out by itself, but some seconds later; until then a report over tables that
 * seem empty may take a thousand times as long.
 * @param owner of the tables, since nobody else may
 * @see https://www.postgresql.org/docs/current/sql-analyze.html
 */
export async function refreshStatistics(owner: ClientConfig): Promise<void> {
  await withClient(owner, (client) => client.query('analyze'))
}
