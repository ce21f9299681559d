/** What the program stands on, and whether a company may be told of all of it. */
import { sql } from '../db/sql.ts'
import type { House } from '../house.ts'

export interface Installation {
  version: string
  /** Since when this process runs. */
  startedAt: Date
  dataDir: string
  backupDir: string
  /** The operator named a mail server for all companies. */
  hasMailServer: boolean
}

/**
 * An administrator answers for one company, not for the machine. Where the company is the only one,
 * its administrators look after the machine as well: they are told its sizes and may back it up.
 * Where there are others, such figures would tell of them (how much they keep, when they are busy),
 * and a backup holds their rows: then it is the operator's, who has the command line. A practice
 * company is no other company.
 */
export async function isOnlyCompany({ database }: House): Promise<boolean> {
  const companies = await database.control(
    sql`select 1 from company where practice_of is null limit 2`,
  )
  return companies.length === 1
}
