/** A company to try things in: a company of its own, which belongs to a real one. */
import { fail } from '../base/fail.ts'
import { sql, type Sql } from '../db/sql.ts'
import type { House } from '../house.ts'

/** Job that fills it; whoever puts the program together declares what with. */
export const fillPracticeJob = 'kernel.fill-practice'

export interface PracticeProgress {
  state: 'waiting' | 'filling' | 'ready' | 'failed'
  done: number
  of: number
}

export interface Practice extends PracticeProgress {
  tenant: string
}

export const waiting: PracticeProgress = { state: 'waiting', done: 0, of: 1 }

/** @returns null where the company has none */
export async function practiceOf(house: House, home: string): Promise<Practice | null> {
  const [row] = await house.database.control<{ tenant: string; progress: PracticeProgress | null }>(
    sql`select tenant, settings->'practice' as progress from company where practice_of = ${home}`,
  )
  return row ? { tenant: row.tenant, ...(row.progress ?? waiting) } : null
}

/** @returns null for a company that is gone, and for a real one */
export async function progressOf(house: House, tenant: string): Promise<PracticeProgress | null> {
  const [row] = await house.database.control<{ progress: PracticeProgress | null }>(
    sql`select settings->'practice' as progress from company
      where tenant = ${tenant} and practice_of is not null`,
  )
  return row ? (row.progress ?? waiting) : null
}

/**
 * Written in the transaction of the step itself: whoever throws the company away waits for the
 * step, and the next one finds no company and ends.
 * @throws {Error} when the company is gone
 */
export async function keepProgress(
  ask: (query: Sql) => Promise<unknown[]>,
  tenant: string,
  progress: PracticeProgress,
): Promise<void> {
  const practice = JSON.stringify({ practice: progress })
  const kept = await ask(
    sql`update company set settings = settings || ${practice}::jsonb
      where tenant = ${tenant} and practice_of is not null returning tenant`,
  )
  if (kept.length === 0) throw new Error('The practice company was thrown away')
}

/**
 * What would let somebody in, or something out, is for real companies.
 * @throws {Refusal} `practice.not-here` (409)
 */
export async function refuseInPractice(house: House, tenant: string): Promise<void> {
  const { practiceOf: home } = await house.companies.of(tenant)
  if (home !== null) fail('practice.not-here', {}, { status: 409 })
}
