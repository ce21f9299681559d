/** What somebody typed and has not saved stays on this device and is offered again. */
import type { RefTitles } from '#kernel/http/wire.ts'
import type { Values } from './form-values.ts'

export interface Draft {
  /** Instant of the last change. */
  at: string
  /** Version of the record it began from; absent for a new record. */
  version?: number
  /** The record as it was when typing began. */
  base: Values
  values: Values
  titles: RefTitles
}

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const PREFIX = 'shangmai.draft/'
const KEPT_DAYS = 60
const DAY = 86_400_000

/** Drafts of different people on one device, and of different forms, never meet. */
export function draftName(user: string, entity: string, id: string): string {
  return `${PREFIX}${user}/${entity}/${id}`
}

/** The kept draft; one that cannot be read counts as none. */
export function readDraft(shelf: Shelf, name: string): Draft | null {
  const draft = parsed(shelf.getItem(name))
  const isWhole = typeof draft?.at === 'string' && isRecord(draft.values) && isRecord(draft.base)
  return isWhole ? draft : null
}

function parsed(text: string | null): Draft | null {
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? ({ titles: {}, ...value } as unknown as Draft) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Keeps the draft. Where the shelf is full the oldest make room; false if it is too large. */
export function keepDraft(shelf: Shelf, name: string, draft: Draft): boolean {
  const text = JSON.stringify(draft)
  const others = draftNames(shelf).filter((each) => each !== name)
  const oldestFirst = others.toSorted((a, b) => (ageOf(shelf, a) < ageOf(shelf, b) ? -1 : 1))
  for (const given of [null, ...oldestFirst]) {
    if (given) shelf.removeItem(given)
    if (fits(shelf, name, text)) return true
  }
  return false
}

function fits(shelf: Shelf, name: string, text: string): boolean {
  try {
    shelf.setItem(name, text)
    return true
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError') return false
    throw error
  }
}

function ageOf(shelf: Shelf, name: string): string {
  return readDraft(shelf, name)?.at ?? ''
}

export function dropDraft(shelf: Shelf, name: string): void {
  shelf.removeItem(name)
}

function draftNames(shelf: Shelf): string[] {
  const names = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '')
  return names.filter((name) => name.startsWith(PREFIX))
}

/** Drafts that nobody came back to for two months are forgotten. */
export function dropOldDrafts(shelf: Shelf, now: number): void {
  const limit = new Date(now - KEPT_DAYS * DAY).toISOString()
  for (const name of draftNames(shelf)) if (ageOf(shelf, name) < limit) shelf.removeItem(name)
}
