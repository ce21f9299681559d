/** The history of a record: who changed which field from what to what, in words. */
import { seesField } from '../access/fields.ts'
import type { Sight } from '../access/scope.ts'
import { sql } from '../db/sql.ts'
import { allFields, type Entity } from '../entity/entity.ts'
import { typeOf } from '../field/types.ts'
import type { House } from '../house.ts'
import type { Speech } from '../http/voice.ts'
import type { HistoryEntry } from '../http/wire.ts'
import { titlesByIds } from '../query/titles.ts'

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
  'api-key-made': 'API key made',
  'api-key-deleted': 'API key deleted',
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
  const rows = await house.database.read<AuditRow>(
    tenant,
    sql`select a.id, a.at, a.by_user, u.name as by_name, a.action, a.reason, a.before, a.after,
        a.operation, o.undone_at is not null as undone
      from audit a
      left join "user" u on u.tenant = a.tenant and u.id = a.by_user
      left join operation o on o.tenant = a.tenant and o.id = a.operation
      where a.tenant = ${tenant} and a.entity = ${entity.name} and a.record = ${id}::uuid
      order by a.id desc limit ${mostEntries}`,
  )
  const titles = await titlesByIds(house, sight, pointersIn(entity, rows))
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    by: row.by_user ? { id: row.by_user, name: row.by_name ?? '' } : null,
    action: row.action,
    label: labelOf(house, entity, row.action, speech),
    ...(row.reason ? { reason: row.reason } : {}),
    changes: changesOf(entity, row, sight, speech, titles),
    ...(row.operation ? { operation: row.operation } : {}),
    undoable: row.operation !== null && !row.undone,
  }))
}

function labelOf(house: House, entity: Entity, action: string, speech: Speech): string {
  const declared = house.registry.actions.get(entity.name)?.get(action)
  return speech.t(declared?.label ?? standard[action] ?? action)
}

type Titles = Map<string, string>

function pointersIn(entity: Entity, rows: AuditRow[]): Map<string, Set<string>> {
  const pointers = new Map<string, Set<string>>()
  for (const [field, declared] of Object.entries(allFields(entity))) {
    if (!declared.target || declared.kind === 'lines') continue
    const ids = pointers.get(declared.target) ?? new Set<string>()
    for (const row of rows) {
      for (const value of [row.before?.[field], row.after?.[field]].flat())
        if (typeof value === 'string') ids.add(value)
    }
    pointers.set(declared.target, ids)
  }
  return pointers
}

function changesOf(
  entity: Entity,
  row: AuditRow,
  sight: Sight,
  speech: Speech,
  titles: Titles,
): HistoryEntry['changes'] {
  const after = row.after ?? {}
  return Object.entries(allFields(entity)).flatMap(([name, field]) => {
    if (!(name in after) || !seesField(field, sight.reader.person) || field.kind === 'json')
      return []
    const text = (value: unknown): string => {
      if (value === null || value === undefined) return ''
      if (field.target && field.kind !== 'lines')
        return [value]
          .flat()
          .map((id) => titles.get(String(id)) ?? '')
          .join(', ')
      if (field.options)
        return [value]
          .flat()
          .map((one) => speech.t(typeOf(field).toText(one, field)))
          .join(', ')
      return typeOf(field).toText(value, field)
    }
    return [
      {
        field: name,
        label: speech.t(field.label ?? name),
        before: text(row.before?.[name]),
        after: text(row.after?.[name]),
      },
    ]
  })
}
