/** What a unit's own audit gives cause to tell: states that changed, records given to somebody. */
import type { AuditEntry, Unit } from '../action/unit.ts'
import { ownerField, stateField, type Entity } from '../entity/entity.ts'
import type { Notice } from './notice.ts'

/** Of what a file brings in, only whom it was given to is told. */
export function noticesInAudit(unit: Unit): Notice[] {
  const { via } = unit.caller
  const notices = unit.audit.flatMap((entry) => {
    const entity = unit.house.registry.entities.get(entry.entity)
    if (!entity) return []
    const given = givenBy(entity, entry)
    const changed = via === 'import' ? null : changedState(entity, entry)
    return [given, changed].filter((notice) => notice !== null)
  })
  return withoutReturns(notices)
}

function givenBy(entity: Entity, { record, before, after }: AuditEntry): Notice | null {
  const owner = ownerField(entity)
  const to = owner ? after?.[owner] : undefined
  if (!owner || typeof to !== 'string' || before?.[owner] === to) return null
  const rule = before === null ? 'notice.made-for-you' : 'notice.given'
  return { cause: 'given', rule, entity: entity.name, record, people: [to], facts: {} }
}

function changedState(entity: Entity, { record, before, after }: AuditEntry): Notice | null {
  const state = stateField(entity)
  if (!state || !before || !after || !(state in after) || before[state] === after[state])
    return null
  return {
    cause: 'state-changed',
    rule: 'notice.state-changed',
    entity: entity.name,
    record,
    people: [],
    toFollowers: true,
    facts: { from: before[state], to: after[state] },
  }
}

/** A record that went through several states is told of with the last one, if it is another. */
function withoutReturns(notices: readonly Notice[]): Notice[] {
  const joined = new Map<string, Notice>()
  for (const notice of notices) {
    const key = `${notice.cause} ${notice.record}`
    const first = joined.get(key)
    const facts = first ? { ...notice.facts, from: first.facts.from } : notice.facts
    joined.set(key, { ...notice, rule: first?.rule ?? notice.rule, facts })
  }
  return [...joined.values()].filter(
    ({ cause, facts }) => cause !== 'state-changed' || facts.from !== facts.to,
  )
}
