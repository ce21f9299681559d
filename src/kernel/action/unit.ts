/** One unit of work: what a transaction has read, written and still owes before it commits. */
import type { Transaction } from '../db/transaction.ts'
import type { Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import type { House } from '../house.ts'
import type { Locale } from '../i18n/languages.ts'
import type { Sight } from '../access/scope.ts'
import type { Notice } from '../notify/notice.ts'
import type { Caller } from './caller.ts'

export interface AuditEntry {
  entity: string
  record: string
  action: string
  reason: string | null
  before: Values | null
  after: Values | null
}

export interface Unit {
  house: House
  caller: Caller
  sight: Sight
  tx: Transaction
  /** The company's language. */
  locale: Locale
  /** The company's own number patterns by series, known before the transaction began. */
  numbering: Readonly<Record<string, unknown>>
  dryRun: boolean
  /** Series whose counter this unit holds. */
  counting: Set<string>
  /** What the person gave as reason for the whole. */
  reason: string | null
  /** Set when the write belongs to something that is undone as a whole. */
  operation: string | null
  /** Rows this unit has locked or written: nobody else changes them until it ends. */
  held: Map<string, StoredRow>
  /** Names of records this unit has looked up, by entity and id. */
  titles: Map<string, string>
  audit: AuditEntry[]
  /** Records whose search words must be written anew. */
  toIndex: Map<string, { entity: Entity; id: string }>
  /** Records whose keys for duplicates must be written anew. */
  toKey: Map<string, ToKey>
  /** Entity → records whose name changed, or whose people did; see search/retitled.ts. */
  retitled: Map<string, Set<string>>
  reowned: Map<string, Set<string>>
  jobs: { name: string; payload: Record<string, unknown> }[]
  /** What people are told of it beside what the audit tells; see notify/flush.ts. */
  notices: Notice[]
  changed: { entity: string; id: string; action: string }[]
  /** How deep actions call actions; a circle is a programming error. */
  depth: number
}

export interface ToKey {
  entity: Entity
  id: string
  /** It has no keys yet. */
  isNew: boolean
}

export type StoredRow = Values & { id: string; version: number; deletedAt: string | null }

/** An entity as the company of the unit knows it, with its own fields. */
export function ownEntity(unit: Unit, entity: Entity): Entity {
  return unit.house.registry.entities.get(entity.name) ?? entity
}

export function heldKey(entity: Entity, id: string): string {
  return `${entity.name} ${id}`
}
