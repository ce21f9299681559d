/** A transaction of one company: what is awaited costs a round trip, what is sent does not. */
import type { Writable } from 'node:stream'
import type { PoolClient } from 'pg'
import { lostConnection, type Database } from './database.ts'
import { statement, type Sql } from './sql.ts'
import { statementName } from './statement-name.ts'
import { tenantStatement } from './tenant-query.ts'

export interface Transaction {
  query<R>(query: Sql): Promise<R[]>
  /** Sends without waiting; a failure makes the commit fail. */
  send(query: Sql): void
  /** Runs just before the commit, in the order given. */
  beforeCommit(work: () => Promise<void>): void
  /** Runs once the commit is certain. */
  afterCommit(work: () => void): void
  /** Runs once it is certain that nothing was kept; not where a lost connection leaves it open. */
  afterRollback(work: () => void): void
}

/** Thrown to end a transaction without keeping anything; `answer` is what the caller gets. */
export class Rollback extends Error {
  readonly answer: unknown
  constructor(answer: unknown) {
    super('rolled back on purpose')
    this.answer = answer
  }
}

const retryable = new Set(['40001', '40P01'])
const mostTries = 8

/** Runs work in a transaction; begins again on deadlocks and serialization failures. */
export async function transact<T>(
  database: Database,
  tenant: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(database, tenant, work)
    } catch (error) {
      if (error instanceof Rollback) return error.answer as T
      if (attempt >= mostTries || !retryable.has(String((error as { code?: string }).code)))
        throw error
      await pause(attempt * attempt * 3)
    }
  }
}

async function attemptOnce<T>(
  database: Database,
  tenant: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect()
  const open = openTransaction(database, client, tenant)
  let broken: Error | undefined
  try {
    const answer = await work(open.tx)
    await open.commit()
    return answer
  } catch (error) {
    broken = lostConnection(error instanceof Error ? error : new Error(String(error)))
    if (isOurs(error)) broken = undefined
    if (!broken) broken = await rollback(client)
    if (!broken) open.undone()
    throw error
  } finally {
    client.release(broken)
  }
}

/** Refusals and deliberate rollbacks: the connection is as healthy as before. */
function isOurs(error: unknown): boolean {
  return error instanceof Error && !('severity' in error) && !('errno' in error) && !isDriver(error)
}

function isDriver(error: Error): boolean {
  return /connection|terminat|timeout|not queryable/iu.test(error.message)
}

async function rollback(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    return error as Error
  }
}

function openTransaction(database: Database, client: PoolClient, tenant: string) {
  let failure: unknown = null
  const before: (() => Promise<void>)[] = []
  const after: (() => void)[] = []
  const undone: (() => void)[] = []
  const keep = (sent: Promise<unknown>) => {
    sent.catch((error: unknown) => {
      failure ??= error
    })
  }
  let begun = false
  // With the first statement: it costs no round trip, and no lock waits for what comes before.
  const begin = () => {
    if (begun) return
    begun = true
    keep(client.query('begin'))
    const values = [tenant]
    keep(client.query({ name: tenantStatement, text: 'select shangmai_set_tenant($1)', values }))
  }
  const put = (query: Sql) => {
    const { text, values } = statement(query)
    database.onStatement?.(text)
    gather(client)
    begin()
    return client.query({ text, values, ...statementName(text) })
  }
  const tx: Transaction = {
    query: async <R>(query: Sql) => {
      try {
        return (await put(query)).rows as R[]
      } catch (error) {
        throw failure ?? error
      }
    },
    send: (query) => keep(put(query)),
    beforeCommit: (work) => before.push(work),
    afterCommit: (work) => after.push(work),
    afterRollback: (work) => undone.push(work),
  }
  const commit = async () => {
    for (const work of before) await work()
    if (failure) throw failure
    gather(client)
    begin()
    const done = await client.query('commit')
    if (failure) throw failure
    if (done.command !== 'COMMIT') throw new Error(`The transaction ended with ${done.command}`)
    for (const work of after) work()
  }
  const runUndone = () => {
    for (const work of undone) work()
  }
  return { tx, commit, undone: runUndone }
}

/** Statements of the same moment travel to the server in one piece. */
function gather(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}
