/** What the server answers over the wire: rows, writes, refusals, histories, figures. */
import type { SetUpStep } from '../session/set-up-steps.ts'

/** A row on the wire: decimals, dates and instants are strings; refs are ids; lines are arrays. */
export type WireRow = { id: string; version: number } & Record<string, unknown>

/** Names of referenced records: { customer: { '<id>': { title, subtitle? } } }. */
export type RefTitles = Record<string, Record<string, { title: string; subtitle?: string }>>

/** Answer of GET /api/<entity>. */
export interface ListAnswer {
  rows: WireRow[]
  refs: RefTitles
  /** Cursor for `after`; null on the last page. */
  next: string | null
  /** Only when asked with count=1. */
  count?: { value: number; capped: boolean }
  /** Only when asked with totals=1: sums by field; by currency where the field has one. */
  totals?: Record<string, string | Record<string, string>>
  /** Only when asked with may=1: rows that this person may not change, and why, or in what. */
  closed?: Record<string, ClosedRow>
}

/** Nothing of the row may be changed by this person; or it is locked, wholly or in these fields. */
export type ClosedRow = 'not-yours' | 'locked' | string[]

/** Answer of GET /api/<entity>/groups. */
export interface GroupsAnswer {
  groups: {
    value: unknown
    /** Title of what the value points to. */
    label: string | null
    count: number
    sums?: NonNullable<ListAnswer['totals']>
  }[]
}

/** What may be done with a record now, and if not, why. */
export interface ActionState {
  name: string
  possible: boolean
  /** Translated reason when it is not possible now. */
  why?: string
}

/** Answer of GET /api/<entity>/<id>. */
export interface RecordAnswer {
  row: WireRow
  refs: RefTitles
  actions: ActionState[]
  may: { update: boolean; delete: boolean; share: boolean }
  /** Fields frozen in the present state. */
  locked: string[] | 'all' | 'none'
  deletedAt: string | null
}

/** One paper of a deal. */
export interface ChainDocument {
  entity: string
  id: string
  title: string
  state: string | null
  /** The day that its list shows. */
  day: string | null
  amount: string | null
  /** Null: the company's. */
  currency: string | null
}

/** Answer of GET /api/<entity>/<id>/chain: in the order in which papers follow each other. */
export interface ChainAnswer {
  documents: ChainDocument[]
  /** There are more than are shown. */
  hasMore: boolean
}

/** Answer of a write. */
export interface WriteAnswer {
  row?: WireRow
  refs?: RefTitles
  /** What an action answers beyond the record, e.g. { entity: 'order', id }. */
  result?: unknown
  /** Key for POST /api/operation/<id>/undo when the write can be undone as a whole. */
  operation?: string
  dryRun?: boolean
}

/** Body of POST /api/<entity>/<id>/<action> and POST /api/<entity>/<action>. */
export interface ActionBody {
  input?: Record<string, unknown>
  version?: number
  reason?: string
  dryRun?: boolean
}

/** RFC 9457 problem+json. */
export interface Problem {
  type: string
  title: string
  status: number
  /** Rule name, e.g. 'order.has-no-lines'. */
  rule: string
  /** Translated, says what to do. */
  detail: string
  /** Faulty fields with translated messages. */
  fields?: { field: string; rule: string; message: string }[]
  facts?: Record<string, unknown>
  /** On 409 of a lost-update check: the row as it stands now. */
  current?: WireRow
  requestId: string
}

/** One entry of a record's history (GET /api/<entity>/<id>/history). */
export interface HistoryEntry {
  id: string
  at: string
  by: { id: string; name: string } | null
  action: string
  label: string
  reason?: string
  changes: FieldChange[]
  operation?: string
  undoable: boolean
}

/** What a field, or a line of a document, was and is, in the reader's words. */
export interface FieldChange {
  field: string
  label: string
  before: string
  after: string
  line?: 'added' | 'removed'
}

/** Answer of GET /api/search?q=. */
export interface SearchAnswer {
  hits: { entity: string; id: string; title: string; subtitle: string }[]
}

/** Answer of GET /api/report/<name>. */
export interface ReportAnswer {
  rows: Record<string, unknown>[]
  refs: RefTitles
  totals: Record<string, string>
}

/** Server-sent event `change` on GET /api/events. */
export interface ChangeEvent {
  entity: string
  id: string
  action: string
  by: string
}

/** The company of the person who asks. */
export interface CompanyMeta {
  id: string
  name: string
  currency: string
  timeZone: string
  country: string
  /** How far setting it up has come. */
  setUp: SetUpStep
  /** Nothing in it is real. */
  isPractice: boolean
}

/** The menu of this person, group by group. */
export interface MenuMeta {
  group: string
  entries: { label: string; icon?: string; entity?: string; report?: string; screen?: string }[]
}

/** Entity → what waits in its list; a list without such work is not named. */
export interface MenuCounts {
  counts: Record<string, { value: number; capped: boolean }>
}

/** Long work on many records: how far it is, what was left and why. */
export interface RunAnswer {
  id: string
  kind: 'change' | 'delete' | 'action' | 'undo' | 'scan'
  entity: string
  status: 'running' | 'done' | 'failed' | 'cancelled'
  total: number
  done: number
  changed: number
  refused: number
  /** Of a change. */
  fields: string[]
  action: string | null
  reasons: { message: string; count: number }[]
  /** The first that were refused. */
  named: { id: string; title: string; message: string }[]
  startedAt: string
  /** When it last went on, or ended. */
  changedAt: string
  /** Why it broke off. */
  fault: string | null
  /** What takes it back as a whole; null while it goes on, and for what cannot be taken back. */
  operation: string | null
}

/** Records that may mean the same as what is being entered, the likeliest first. */
export interface DuplicatesAnswer {
  /** Score from 0 to 99, reasons in words. */
  likely: { id: string; title: string; score: number; reasons: string[] }[]
  /** Of records that this person may not see: how many, and with whom the first of them are. */
  hidden: { count: number; owners: string[] }
}

/** Work that goes on by itself, so many records. */
export type RunBegun = Pick<RunAnswer, 'id' | 'total'>
