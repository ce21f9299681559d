/** The door to PostgreSQL: reads and transactions of one company at a time. */
import pg from 'pg'
import { statement, type Sql } from './sql.ts'
import { statementName } from './statement-name.ts'
import { TenantQuery, tenantStatement } from './tenant-query.ts'
import { transact, type Transaction } from './transaction.ts'
import { types } from './value-types.ts'

export interface Database {
  /** One read of one company, in one round trip. */
  read<R>(tenant: string, query: Sql): Promise<R[]>
  /** Runs `work` in a transaction of one company; repeats it on serialization failures. */
  transaction<T>(tenant: string, work: (tx: Transaction) => Promise<T>): Promise<T>
  /**
   * One statement that is committed at once, on a connection of its own that no transaction holds.
   * Its commit is not waited for: it is safe as soon as any later commit is. After `asideWaitMs`
   * behind another's lock it fails with SQLSTATE 55P03.
   */
  aside<R>(tenant: string, query: Sql): Promise<R[]>
  /** Tables that belong to no company: sign-in directory, sessions' look-up. */
  control<R>(query: Sql): Promise<R[]>
  /** Sees every statement; for tests that watch what is sent. */
  onStatement: ((text: string) => void) | null
  pool: pg.Pool
  close(): Promise<void>
}

export interface DatabaseOptions {
  connections?: number
  statementTimeoutMs?: number
}

export const asideWaitMs = 2000

/** Opens the non-owner role's pool. Connections are pipelined and prepare the tenant setting. */
export function openDatabase(access: pg.PoolConfig, options: DatabaseOptions = {}): Database {
  const statement_timeout = options.statementTimeoutMs ?? 30_000
  const pool = openPool({ ...access, max: options.connections ?? 12, statement_timeout })
  const habits = `${access.options ?? ''} -c synchronous_commit=off`
  const lock_timeout = asideWaitMs
  const aside = openPool({ ...access, options: habits, max: 1, statement_timeout, lock_timeout })
  const database: Database = {
    pool,
    onStatement: null,
    read: (tenant, query) => read(database, pool, tenant, query),
    aside: (tenant, query) => read(database, aside, tenant, query),
    transaction: (tenant, work) => transact(database, tenant, work),
    control: (query) => control(database, query),
    close: async () => void (await Promise.all([pool.end(), aside.end()])),
  }
  return database
}

function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    ...config,
    pipeline: true,
    types,
    onConnect: async (client: pg.ClientBase) => {
      await client.query({
        name: tenantStatement,
        text: 'select shangmai_set_tenant($1)',
        values: [''],
      })
    },
  })
  // An idle connection that breaks (server restart) is dropped by the pool; the next one is fresh.
  pool.on('error', () => undefined)
  // One that breaks while a transaction waits between statements tells its next statement.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

async function read<R>(
  database: Database,
  pool: pg.Pool,
  tenant: string,
  query: Sql,
): Promise<R[]> {
  const { text, values } = statement(query)
  database.onStatement?.(text)
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    return await new Promise<R[]>((resolve, reject) => {
      const sent = new TenantQuery(tenant, { text, values, ...statementName(text) })
      const done = sent as unknown as {
        callback: (error: Error | null, result: { rows: R[] }) => void
      }
      done.callback = (error, result) => (error ? reject(error) : resolve(result.rows))
      client.query(sent)
    })
  } catch (error) {
    broken = lostConnection(error)
    throw error
  } finally {
    client.release(broken)
  }
}

async function control<R>(database: Database, query: Sql): Promise<R[]> {
  const { text, values } = statement(query)
  database.onStatement?.(text)
  const result = await database.pool.query({ text, values, ...statementName(text) })
  return result.rows as R[]
}

/** An error without an SQLSTATE came from the connection, not the server: do not reuse it. */
export function lostConnection(error: unknown): Error | undefined {
  const code = (error as { code?: unknown }).code
  const fromServer =
    typeof code === 'string' && /^[0-9A-Z]{5}$/u.test(code) && !code.startsWith('57P')
  return fromServer ? undefined : (error as Error)
}
