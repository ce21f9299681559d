/** The counter of a series: counted on in the transaction, or ahead of it and for all who wait. */
import type { Database } from '../db/database.ts'
import { sql, type Sql } from '../db/sql.ts'

export interface Counter {
  series: string
  period: string
}

type Ask = (query: Sql) => Promise<{ first: number }[]>

/** @returns the first of `count` numbers; the counter stays locked as the asker's transaction is */
export async function takeNext(
  ask: Ask,
  tenant: string,
  { series, period }: Counter,
  count: number,
): Promise<number> {
  const [row] = await ask(
    sql`insert into counter as c (tenant, series, period, next)
      values (${tenant}, ${series}, ${period}, ${count}::integer + 1)
      on conflict (tenant, series, period) do update set next = c.next + ${count}::integer
      returning next - ${count}::integer as first`,
  )
  if (!row) throw new Error(`No counter for ${series}`)
  return row.first
}

interface Waiting {
  count: number
  give(first: number | null): void
  fail(error: unknown): void
}

interface Line {
  waiting: Waiting[]
  isServed: boolean
  /** Numbers of writes that came to nothing, lowest first: the next are given these. */
  spare: number[]
}

const lines = new WeakMap<Database, Map<string, Line>>()
/** `lock_not_available`: a transaction that passed numbers of its own holds the counter. */
const isHeld = (error: unknown) => (error as { code?: unknown }).code === '55P03'

function lineOf(database: Database, tenant: string, { series, period }: Counter): Line {
  const key = `${tenant} ${series} ${period}`
  const own = lines.get(database) ?? new Map<string, Line>()
  lines.set(database, own)
  const line = own.get(key) ?? { waiting: [], isServed: false, spare: [] }
  own.set(key, line)
  return line
}

/**
 * Numbers that no transaction waits for. Who asks while a statement is under way is served by the
 * next one, together with all who then wait.
 * @returns null when the counter was held too long: to be asked for in the transaction, where the
 *   database finds out who waits for whom
 */
export function takeAside(
  database: Database,
  tenant: string,
  counter: Counter,
  count: number,
): Promise<number | null> {
  const line = lineOf(database, tenant, counter)
  const spare = count === 1 ? line.spare.shift() : undefined
  if (spare !== undefined) return Promise.resolve(spare)
  return new Promise((give, fail) => {
    line.waiting.push({ count, give, fail })
    if (!line.isServed) void serve(database, tenant, counter, line)
  })
}

/** For a write that was not kept: what it took is given to the next. */
export function giveBack(
  database: Database,
  tenant: string,
  counter: Counter,
  numbers: readonly number[],
): void {
  const line = lineOf(database, tenant, counter)
  line.spare = [...line.spare, ...numbers].toSorted((one, other) => one - other)
}

async function serve(
  database: Database,
  tenant: string,
  counter: Counter,
  line: Line,
): Promise<void> {
  line.isServed = true
  while (line.waiting.length > 0) {
    const some = line.waiting.splice(0)
    try {
      const total = some.reduce((sum, { count }) => sum + count, 0)
      let next = await takeNext((query) => database.aside(tenant, query), tenant, counter, total)
      for (const one of some) {
        one.give(next)
        next += one.count
      }
    } catch (error) {
      for (const one of some) {
        if (isHeld(error)) one.give(null)
        else one.fail(error)
      }
    }
  }
  line.isServed = false
}
