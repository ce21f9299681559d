/** A module's table of contents: what it keeps, does, answers and listens to. */
import type { Action } from './action/action.ts'
import type { Ctx, Reader } from './action/ctx.ts'
import type { Sql } from './db/sql.ts'
import type { Entity } from './entity/entity.ts'
import type { Values } from './entity/parse-draft.ts'
import type { Place } from './field/field.ts'
import type { Job } from './jobs/job.ts'
import type { PrintLayout } from './print/layout.ts'
import type { Report } from './report/report.ts'
import type { HomeTile } from './session/own-home.ts'

/** Runs in the same transaction as what it listens to. */
export type Listener = (ctx: Ctx, facts: Record<string, unknown>) => Promise<void>

/**
 * Computed fields of a record from its other fields. Pure: asked at every write, also for what
 * people send, so that a computed field never says anything else. Lines are answered whole.
 */
export type Derive = (row: Readonly<Values>, place: Place) => Values

export interface MenuEntry {
  group: string
  /** Name of an entity, a report, or the path of a screen (starts with '/'). */
  open: string
  label?: string
  icon?: string
}

export interface Module {
  name: string
  label: string
  /** Modules it may import; all stand above it in modules/index.ts. */
  needs: readonly string[]
  /** Numbers of what users ask for that it serves wholly or in part; printed in docs/map.md. */
  capabilities: readonly number[]
  entities: readonly Entity[]
  actions: readonly Action[]
  reports: readonly Report[]
  jobs: readonly Job[]
  prints: readonly PrintLayout[]
  menu: readonly MenuEntry[]
  /** Key of a role → tiles that its people's home page begins with, until it is laid out. */
  homes: Readonly<Record<string, readonly HomeTile[]>>
  /** Event → listener: '<entity>.<action>' ('order.confirm', 'customer.create') or an own name. */
  on: Readonly<Record<string, Listener>>
  /** Entity → its computed fields. */
  derive: Readonly<Record<string, Derive>>
  /** Rule → English message (ICU, facts as values). */
  messages: Readonly<Record<string, string>>
  /** Books proven each night and by `npm run check:books`, by what they are books of (English). */
  checks: Readonly<Record<string, BookCheck>>
}

/** Compares a projection with its book: one query, whose rows are what differs. */
export type BookCheck = (reader: Reader) => Sql

/** A row of a check. */
export interface Difference {
  /** Of what, in words: a rule with these facts. */
  rule: string
  name: string
  kept: string
  rebuilt: string
}

type Given = Partial<Omit<Module, 'name' | 'label' | 'actions'>> & {
  name: string
  label: string
  actions?: readonly unknown[]
}

/** Declares a module; what it does not name is empty. */
export function defineModule(given: Given): Module {
  return {
    needs: [],
    capabilities: [],
    entities: [],
    reports: [],
    jobs: [],
    prints: [],
    menu: [],
    homes: {},
    on: {},
    derive: {},
    messages: {},
    checks: {},
    ...given,
    actions: (given.actions ?? []) as readonly Action[],
  }
}
