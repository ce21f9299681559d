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
    const [row] = await database.control<{ name: string; settings: Record<string, unknown> }>(
      sql`select name, settings from company where tenant = ${tenant}`,
    )
    if (!row) throw new Error(`No such company: ${tenant}`)
    return settingsFrom(row.name, row.settings)
  })
  return { of: book.get, forget: book.forget }
}

function settingsFrom(name: string, given: Record<string, unknown>): CompanySettings {
  const text = (key: string, fallback: string) =>
    typeof given[key] === 'string' ? given[key] : fallback
  return {
    name,
    currency: text('currency', 'TWD'),
    timeZone: text('timeZone', 'Asia/Taipei'),
    country: text('country', 'TW'),
    locale: text('locale', 'zh-Hant'),
    more: given,
  }
}

/** The settings as they stand in this transaction. */
export async function companyOf(ctx: Ctx): Promise<CompanySettings> {
  const [row] = await ctx.sql<{ name: string; settings: Record<string, unknown> }>(
    sql`select name, settings from company where tenant = ${ctx.tenant}`,
  )
  if (!row) throw new Error(`No such company: ${ctx.tenant}`)
  return settingsFrom(row.name, row.settings)
}
