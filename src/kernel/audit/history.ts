/** The history of a record: who changed which field from what to what, in words. */
import type { Sight } from '../access/scope.ts'
import { sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { House } from '../house.ts'
import type { Speech } from '../http/voice.ts'
import type { HistoryEntry } from '../http/wire.ts'
import { titlesByIds } from '../query/titles.ts'
import { changesInWords, pointersIn } from './changes-in-words.ts'

interface AuditRow {
  id: string
  at: string
  by_user: string | null
  by_name: string | null
  action: string
  reason: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  operation: string | null
  request: string | null
  undone: boolean
}

const mostEntries = 300
const standard: Record<string, string> = {
  create: 'Created',
  update: 'Changed',
  delete: 'Deleted',
  restore: 'Restored',
  import: 'Imported',
  merge: 'Merged',
  'merge-move': 'Came along with a merge',
  undo: 'Undone',
  'sign-in': 'Signed in',
  'sign-in-failed': 'Sign-in failed',
  'sign-out': 'Signed out',
  'session-ended': 'Session ended',
  'password-changed': 'Password changed',
  'password-check-failed': 'Wrong password',
  'authenticator-on': 'Two-step sign-in switched on',
  'authenticator-off': 'Two-step sign-in switched off',
  invited: 'Invited',
  'invitation-accepted': 'Invitation accepted',
  'viewed-as': 'Rights looked at',
  'home-arranged': 'Home page arranged',
  'api-key-made': 'API key made',
  'api-key-deleted': 'API key deleted',
  'practice-made': 'Practice company made',
  'practice-discarded': 'Practice company thrown away',
}

/** The caller must have checked that the person may see the record. Newest first. */
export async function historyOf(
  house: House,
  sight: Sight,
  entity: Entity,
  id: string,
  speech: Speech,
): Promise<HistoryEntry[]> {
  const { tenant } = sight.reader
  const found = await house.database.read<AuditRow>(
    tenant,
    sql`select a.id, a.at, a.by_user, u.name as by_name, a.action, a.reason, a.before, a.after,
        a.operation, a.request, o.undone_at is not null as undone
      from audit a
      left join "user" u on u.tenant = a.tenant and u.id = a.by_user
      left join operation o on o.tenant = a.tenant and o.id = a.operation
      where a.tenant = ${tenant} and a.entity = ${entity.name} and a.record = ${id}::uuid
      order by a.id desc limit ${mostEntries}`,
  )
  const rows = asDone(found)
  const titles = await titlesByIds(house, sight, pointersIn(entity, rows))
  const { timeZone } = await house.companies.of(tenant)
  const reader = { person: sight.reader.person, speech, timeZone, titles }
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    by: row.by_user ? { id: row.by_user, name: row.by_name ?? '' } : null,
    action: row.action,
    label: actionLabel(house, entity, row.action, speech),
    ...(row.reason ? { reason: row.reason } : {}),
    changes: changesInWords(entity, row, reader),
    ...(row.operation ? { operation: row.operation } : {}),
    undoable: row.operation !== null && !row.undone,
  }))
}

/** An action in words: the module's own, or what every record goes through. */
export function actionLabel(house: House, entity: Entity, action: string, speech: Speech): string {
  const declared = house.registry.actions.get(entity.name)?.get(action)
  return speech.t(declared?.label ?? standard[action] ?? action)
}

/** What one act of a person did in several steps is one entry, named by what the person did. */
function asDone(rows: readonly AuditRow[]): AuditRow[] {
  const done: AuditRow[] = []
  for (const row of rows) {
    const later = done.at(-1)
    if (later && isSameAct(later, row)) done[done.length - 1] = joined(row, later)
    else done.push(row)
  }
  return done
}

function isSameAct(later: AuditRow, earlier: AuditRow): boolean {
  if (earlier.request === null || earlier.request !== later.request) return false
  return earlier.at === later.at && earlier.reason === later.reason
}

function joined(earlier: AuditRow, later: AuditRow): AuditRow {
  const named = later.action === 'update' ? earlier : later
  return {
    ...later,
    action: named.action,
    before: { ...later.before, ...earlier.before },
    after: { ...earlier.after, ...later.after },
  }
}
