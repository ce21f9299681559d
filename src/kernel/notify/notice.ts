/** What people are told: by whom, of which record, and for which cause. */

/** Each can be switched off by the person. */
export const causes = [
  'mentioned',
  'commented',
  'state-changed',
  'given',
  'reminded',
  'import-ended',
] as const
export type Cause = (typeof causes)[number]

/** What happened, before it is known who is told. */
export interface Notice {
  cause: Cause
  /** The sentence, one of the kernel's `notice.…` messages. */
  rule: string
  entity: string
  record: string
  /** Told by name. */
  people: readonly string[]
  /** Told even to who does it: an outside system brought it by a key of theirs. */
  fromOutside?: boolean
  /** Whoever owns the record or follows it is told too. */
  toFollowers?: boolean
  /** Those told by name follow the record from then on. */
  follow?: boolean
  /** What brought it, such as a comment; when that goes, this is taken back. */
  source?: string
  facts: Record<string, unknown>
}

/** One line that one person finds behind the bell. */
export interface Line {
  person: string
  cause: Cause
  rule: string
  entity: string
  /** Null: several records, or none. */
  record: string | null
  source: string | null
  facts: Record<string, unknown>
  follow: boolean
}

/** Days that lines are kept. */
export const noticeDays = 90

/** News of the bell travel under this name; the id is the person's. */
export const bell = 'notification'
