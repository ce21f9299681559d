/** The settings of a company that checks and clocks need, remembered for a short while. */
import type { Ctx } from './action/ctx.ts'
import type { Database } from './db/database.ts'
import { sql } from './db/sql.ts'
import { remembered } from './base/remembered.ts'

export interface CompanySettings {
  name: string
  currency: string
  timeZone: string
  country: string
  locale: string
  /** The real company whose practice company this is. */
  practiceOf: string | null
  /** Further settings of modules, by key. */
  more: Record<string, unknown>
}

export interface CompanyBook {
  of(tenant: string): Promise<CompanySettings>
  forget(tenant: string): void
}

/** Other processes see a change of settings after this long. */
const rememberMs = 10_000

export function openCompanyBook(database: Database): CompanyBook {
  const book = remembered(rememberMs, async (tenant: string) => {
    const [row] = await database.control<CompanyRow>(
      sql`select name, settings, practice_of from company where tenant = ${tenant}`,
    )
    if (!row) throw new Error(`No such company: ${tenant}`)
    return settingsFrom(row)
  })
  return { of: book.get, forget: book.forget }
}

interface CompanyRow {
  name: string
  settings: Record<string, unknown>
  practice_of: string | null
}

function settingsFrom({ name, settings: given, practice_of: practiceOf }: CompanyRow) {
  const text = (key: string, fallback: string) =>
    typeof given[key] === 'string' ? given[key] : fallback
  return {
    name,
    currency: text('currency', 'TWD'),
    timeZone: text('timeZone', 'Asia/Taipei'),
    country: text('country', 'TW'),
    locale: text('locale', 'zh-Hant'),
    practiceOf,
    more: given,
  }
}

/** The settings as they stand in this transaction. */
export async function companyOf(ctx: Ctx): Promise<CompanySettings> {
  const [row] = await ctx.sql<CompanyRow>(
    sql`select name, settings, practice_of from company where tenant = ${ctx.tenant}`,
  )
  if (!row) throw new Error(`No such company: ${ctx.tenant}`)
  return settingsFrom(row)
}
