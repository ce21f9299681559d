/** Writes who changed what, before and after, in the transaction of the change. */
import { sql } from '../db/sql.ts'
import { newId } from '../db/new-id.ts'
import type { AuditEntry, Unit } from '../action/unit.ts'

/** One statement for all entries of the unit; the log only grows. */
export function flushAudit(unit: Unit): void {
  if (unit.audit.length === 0) return
  const { reader } = unit.sight
  const rows = JSON.stringify(
    unit.audit.map((entry) => ({ id: newId(), ...entry, reason: entry.reason ?? unit.reason })),
  )
  const via = unit.caller.via
  const request = unit.caller.requestId ?? null
  unit.tx.send(
    sql`insert into audit (tenant, id, at, by_user, via, entity, record, action, reason,
        before, after, operation, request)
      select ${reader.tenant}::uuid, a.id, ${reader.now}::timestamptz, ${reader.me}::uuid, ${via},
        a.entity, a.record, a.action, a.reason, a.before, a.after,
        ${unit.operation}::uuid, ${request}::text
      from jsonb_to_recordset(${rows}::jsonb) as a(id uuid, entity text, record uuid,
        action text, reason text, before jsonb, after jsonb)`,
  )
  unit.audit = []
}

/** Only what differs; values compared as they stand on the wire. */
export function changesBetween(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Pick<AuditEntry, 'before' | 'after'> | null {
  const was: Record<string, unknown> = {}
  const is: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(after)) {
    const old = before[name] ?? null
    if (old === value || JSON.stringify(old) === JSON.stringify(value ?? null)) continue
    was[name] = old
    is[name] = value ?? null
  }
  return Object.keys(is).length === 0 ? null : { before: was, after: is }
}
