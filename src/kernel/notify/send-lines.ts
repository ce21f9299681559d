/** Writes lines behind people's bells; several of one record in a short time are one line. */
import { newId } from '../db/new-id.ts'
import { sql } from '../db/sql.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Change } from '../events/feed.ts'
import type { NoticeChoices } from './choices.ts'
import { bell, type Line } from './notice.ts'

/** Job that writes the mail of one line. */
export const noticeMailJob = 'kernel.notice-mail'

const shortTimeMs = 15 * 60 * 1000

export interface Moment {
  tenant: string
  now: Date
  /** Who did it; null: the program. */
  by: string | null
}

/** What is owed behind it: mails to write, and news for open pages. */
export interface Owed {
  jobs: { name: string; payload: Record<string, unknown> }[]
  changes: Change[]
}

/** A line that is not read yet takes up what follows soon, and is mailed once. */
export function sendLines(
  tx: Transaction,
  { tenant, now, by }: Moment,
  lines: readonly Line[],
  choices: ReadonlyMap<string, NoticeChoices>,
): Owed {
  if (lines.length === 0) return { jobs: [], changes: [] }
  const rows = once(lines).map((line) => ({ ...line, id: newId(now.getTime()) }))
  const since = new Date(now.getTime() - shortTimeMs)
  tx.send(
    sql`with given as (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, person uuid,
          cause text, rule text, entity text, record uuid, source uuid, facts jsonb)),
      again as (
        update notification n set times = n.times + 1, at = ${now}, by_user = ${by}::uuid,
          rule = g.rule, source = g.source,
          facts = case when g.facts ? 'count' and n.facts ? 'count'
            then jsonb_build_object('count',
              (n.facts ->> 'count')::integer + (g.facts ->> 'count')::integer)
            else g.facts end
        from given g
        where n.tenant = ${tenant} and n.person = g.person and n.cause = g.cause
          and n.entity = g.entity and n.record is not distinct from g.record
          and n.cause <> 'import-ended' and n.read_at is null and n.at >= ${since}
        returning g.id)
      insert into notification (tenant, id, person, cause, rule, entity, record, source, facts,
        by_user, at)
      select ${tenant}::uuid, g.id, g.person, g.cause, g.rule, g.entity, g.record, g.source,
        g.facts, ${by}::uuid, ${now}::timestamptz
      from given g where g.id not in (select a.id from again a)`,
  )
  const atOnce = rows.filter(({ person }) => choices.get(person)?.mail === 'at-once')
  return {
    jobs: atOnce.map(({ id }) => ({ name: noticeMailJob, payload: { notice: id } })),
    changes: [...new Set(lines.map(({ person }) => person))].map(bellOf),
  }
}

/** News that a person's bell says something else. */
export function bellOf(person: string): Change {
  return { entity: bell, id: person, action: 'update' }
}

/** Two of one cause and record in one transaction: the last one. */
function once(lines: readonly Line[]): Line[] {
  const last = new Map(
    lines.map((line) => [`${line.person} ${line.cause} ${line.entity} ${line.record}`, line]),
  )
  return [...last.values()]
}

/** A line that tells of more than what is gone stays, without its words. */
export function sendTakenBack(tx: Transaction, tenant: string, source: string): void {
  tx.send(
    sql`delete from notification
      where tenant = ${tenant} and source = ${source}::uuid and times = 1`,
  )
  tx.send(
    sql`update notification set facts = facts - 'text', source = null
      where tenant = ${tenant} and source = ${source}::uuid`,
  )
}
