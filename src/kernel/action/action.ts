/** The second noun: what people do. One verb, one file; the runner does all around it. */
import type { Entity, Grant, Row } from '../entity/entity.ts'
import { labelled } from '../field/f.ts'
import type { Fields, ValueOf } from '../field/field.ts'
import type { Where } from '../query/where.ts'
import type { Ctx } from './ctx.ts'

/** What `run` may answer: the state when `to` names several, and a result for the caller. */
export interface Outcome<S extends string = string> {
  to?: S
  /** E.g. { entity: 'order', id } for an action that opens what it made. */
  result?: unknown
}

/** 'quiet': seldom wanted, so it stands in the menu and not among the buttons. */
export type Tone = 'primary' | 'danger' | 'quiet'

export type StateOf<E> =
  E extends Entity<string, infer F>
    ? { [K in keyof F]: F[K] extends { kind: 'state' } ? ValueOf<F[K]> : never }[keyof F] & string
    : never

export type Input<I extends Fields> = { [K in keyof I]: ValueOf<I[K]> }

interface Spec<E extends Entity, I extends Fields> {
  name: string
  label: string
  /** States it starts from; absent = any. */
  from?: StateOf<E> | readonly StateOf<E>[]
  /** What else must hold of the record; where it does not, the action is not offered. */
  when?: Where
  /** State it ends in; several = `run` answers which. */
  to?: StateOf<E> | readonly StateOf<E>[]
  allow: Grant
  input?: I
  /** Field of the record that it gives a value to → the input that says which; for boards. */
  sets?: Readonly<Record<string, string>>
  /** The person must give a reason; it stands in the audit. */
  reason?: boolean
  confirm?: string
  tone?: Tone
  opens?: boolean
  /** Means the same some hours later: without a connection it waits in the browser to be sent. */
  offline?: boolean
  /** Called by other actions only; no button, no endpoint. */
  internal?: boolean
  /** All that it does is in records: done to many, it is taken back as a whole like a change. */
  undoable?: boolean
}

export interface RecordSpec<E extends Entity, I extends Fields> extends Spec<E, I> {
  run(ctx: Ctx, row: Row<E>, input: Input<I>): Promise<Outcome<StateOf<E>> | void>
}

export interface CollectionSpec<E extends Entity, I extends Fields> extends Spec<E, I> {
  run(ctx: Ctx, input: Input<I>): Promise<Outcome | void>
}

/** An action as the runner knows it, types forgotten. */
export interface Action<I extends Fields = Fields> {
  entity: Entity
  name: string
  label: string
  on: 'one' | 'collection'
  from: readonly string[] | null
  when?: Where
  to: readonly string[]
  allow: Grant
  input: I
  sets?: Readonly<Record<string, string>>
  reason: boolean
  confirm?: string
  tone?: Tone
  opens: boolean
  offline: boolean
  internal: boolean
  undoable: boolean
  run(ctx: Ctx, row: unknown, input: unknown): Promise<Outcome | void>
}

/**
 * Declares what people do with one record: refuse, compute, effect.
 * @example defineAction(Order, { name: 'confirm', from: 'draft', to: 'confirmed', … })
 */
export function defineAction<E extends Entity, const I extends Fields = Record<never, never>>(
  entity: E,
  spec: RecordSpec<E, I>,
): Action<I> {
  const run = (ctx: Ctx, row: unknown, input: unknown) =>
    spec.run(ctx, row as Row<E>, input as Input<I>)
  return action(entity, spec, 'one', run)
}

/** Declares what people do without a record in hand, e.g. ship several orders in one go. */
export function defineCollectionAction<
  E extends Entity,
  const I extends Fields = Record<never, never>,
>(entity: E, spec: CollectionSpec<E, I>): Action<I> {
  const run = (ctx: Ctx, _row: unknown, input: unknown) => spec.run(ctx, input as Input<I>)
  return action(entity, spec, 'collection', run)
}

function action<E extends Entity, I extends Fields>(
  entity: E,
  spec: Spec<E, I>,
  on: 'one' | 'collection',
  run: Action['run'],
): Action<I> {
  return {
    entity,
    name: spec.name,
    label: spec.label,
    on,
    from: spec.from === undefined ? null : list(spec.from),
    to: spec.to === undefined ? [] : list(spec.to),
    allow: spec.allow,
    input: labelled((spec.input ?? {}) as I),
    reason: spec.reason ?? false,
    opens: spec.opens ?? false,
    offline: spec.offline ?? false,
    internal: spec.internal ?? false,
    undoable: spec.undoable ?? false,
    ...(spec.when === undefined ? {} : { when: spec.when }),
    ...(spec.sets === undefined ? {} : { sets: spec.sets }),
    ...(spec.confirm === undefined ? {} : { confirm: spec.confirm }),
    ...(spec.tone === undefined ? {} : { tone: spec.tone }),
    run,
  }
}

function list<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T]
}
