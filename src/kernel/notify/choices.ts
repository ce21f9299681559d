/** Of what a person wants to be told, and whether by mail too. */
import { sql } from '../db/sql.ts'
import type { Ask } from './ask.ts'
import { causes, type Cause } from './notice.ts'

export const mailTimes = ['at-once', 'daily', 'never'] as const
export type MailTime = (typeof mailTimes)[number]

export interface NoticeChoices {
  off: Cause[]
  mail: MailTime
}

/** @param kept what stands in the preferences, if anything */
export function noticeChoicesOf(kept: unknown): NoticeChoices {
  const { off, mail } = (kept ?? {}) as { off?: unknown; mail?: unknown }
  return {
    off: causes.filter((cause) => Array.isArray(off) && off.includes(cause)),
    mail: mailTimes.find((time) => time === mail) ?? 'never',
  }
}

/** Of each of the people, also of those who never chose. */
export async function choicesOf(
  ask: Ask,
  tenant: string,
  people: readonly string[],
): Promise<Map<string, NoticeChoices>> {
  const rows = await ask<{ id: string; kept: unknown }>(
    sql`select id, choices -> 'notices' as kept from preference
      where tenant = ${tenant} and id = any(${people}::uuid[])`,
  )
  const kept = new Map(rows.map((row) => [row.id, row.kept]))
  return new Map(people.map((id) => [id, noticeChoicesOf(kept.get(id))]))
}
