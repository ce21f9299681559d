/** One thing that a person did and that has not reached the server for certain. */
import type { Problem, RefTitles } from '#kernel/http/wire.ts'
import type { WriteIntent } from '#ui/base/write-intent.ts'

/** A file or picture to be brought, alone or to the record that it belongs to. */
export interface FileIntent {
  kind: 'file'
  file: File
  owner?: { entity: string; record: string }
}

export type Waiting = WriteIntent | FileIntent

/** What the screen knew of the record when it was changed: to name it, and to compare later. */
export interface Known {
  base?: Record<string, unknown>
  titles?: RefTitles
}

export interface NewEntry {
  /** Whose it is, in which company; nobody else sees or sends it. */
  owner: string
  /** The server does a key once, however often it is sent. */
  key: string
  /** When the person did it. */
  at: string
  intent: Waiting
  known: Known
  /** The id that goes for what it makes until the server has given one. */
  temporary?: string
  /** When it was first sent without an answer coming: it may have arrived. */
  triedAt?: string
  /** How often the server broke over it. */
  failures: number
  /** Why the server does not take it; the person decides what becomes of it. */
  refused?: Problem
}

/** Numbers rise in the order in which things were done. */
export type Entry = NewEntry & { id: number }

export function ownerOf(company: string, person: string): string {
  return `${company}/${person}`
}

/** The record that it changes or acts on; null for one that makes something. */
export function recordOf({ intent }: Pick<Entry, 'intent'>): string | null {
  const isOnRecord = intent.kind === 'update' || intent.kind === 'act'
  return isOnRecord && intent.id !== undefined ? `${intent.entity}/${intent.id}` : null
}

/** Whether the page of a record shows it: a change, a comment, a file, something done. */
export function concerns(entry: Entry, entity: string, id: string): boolean {
  const { intent } = entry
  if (intent.kind === 'file') return intent.owner?.record === id && intent.owner.entity === entity
  if (intent.kind === 'create')
    return intent.values['record'] === id && intent.values['entity'] === entity
  return recordOf(entry) === `${entity}/${id}`
}
