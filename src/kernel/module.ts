/** A module's table of contents: what it keeps, does, answers and listens to. */
import type { Action } from './action/action.ts'
import type { Ctx } from './action/ctx.ts'
import type { Entity } from './entity/entity.ts'
import type { Values } from './entity/parse-draft.ts'
import type { Place } from './field/field.ts'
import type { Job } from './jobs/job.ts'
import type { PrintLayout } from './print/layout.ts'
import type { Report } from './report/report.ts'

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
  /** Event → listener: '<entity>.<action>' ('order.confirm', 'customer.create') or an own name. */
  on: Readonly<Record<string, Listener>>
  /** Entity → its computed fields. */
  derive: Readonly<Record<string, Derive>>
  /** Rule → English message (ICU, facts as values). */
  messages: Readonly<Record<string, string>>
  /** Books proven by `npm run check:books`: name → differences found. */
  checks: Readonly<Record<string, BookCheck>>
}

/** Compares a projection with its book; answers what differs, in words. */
export type BookCheck = (ctx: Ctx) => Promise<string[]>

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
    on: {},
    derive: {},
    messages: {},
    checks: {},
    ...given,
    actions: (given.actions ?? []) as readonly Action[],
  }
}
