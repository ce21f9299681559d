/** What an action holds in its hand: the person, the clock, and the ways to read and write. */
import type { Sql } from '../db/sql.ts'
import type { Draft, Entity, Row } from '../entity/entity.ts'
import type { Fields, Place } from '../field/field.ts'
import type { Id } from '../field/f.ts'
import type { Translator } from '../i18n/message.ts'
import type { Followed } from '../notify/follow.ts'
import type { Notice } from '../notify/notice.ts'
import type { Where } from '../query/where.ts'
import type { Person } from '../access/person.ts'
import type { Action, Input, Outcome } from './action.ts'

/** What reports and permission need: a person in a company at a moment. */
export interface Reader extends Place {
  readonly tenant: string
  readonly person: Person
}

export interface FindOptions {
  /** Deleted records too. */
  deleted?: boolean
}

export interface ListOptions {
  sort?: string
  limit?: number
  /** Load the rows of documents as well. */
  withLines?: boolean
  /** Lock the rows, in id order, until the transaction ends. */
  lock?: boolean
}

/**
 * Everything inside one action is one transaction. Reads here are the program's own: the right to
 * do the action was checked by the runner, so what the action needs to know it may know.
 */
export interface Ctx extends Reader {
  /** True in a dry run: nothing will be kept, no outside effect may start. */
  readonly dryRun: boolean
  /** @throws {Refusal} `record.not-found` (404) */
  find<E extends Entity>(entity: E, id: string, options?: FindOptions): Promise<Row<E>>
  /** As `find`, and keeps others from changing the record until the transaction ends. */
  lock<E extends Entity>(entity: E, id: string): Promise<Row<E>>
  list<E extends Entity>(entity: E, where: Where, options?: ListOptions): Promise<Row<E>[]>
  /** First match or null. */
  first<E extends Entity>(entity: E, where: Where, options?: ListOptions): Promise<Row<E> | null>
  create<E extends Entity>(entity: E, draft: Draft<E>): Promise<Row<E>>
  /** Many records in one statement; audited each. */
  createMany<E extends Entity>(entity: E, drafts: Draft<E>[]): Promise<Row<E>[]>
  /** Changes fields; derived fields too, states never. Lines given replace the lines. */
  save<E extends Entity>(entity: E, id: string, patch: Draft<E>): Promise<void>
  remove(entity: Entity, id: string): Promise<void>
  /** Runs another action inside this transaction, with its state check, audit and listeners. */
  do<I extends Fields>(
    action: Action<I>,
    id: string,
    input?: Partial<Input<I>>,
    reason?: string,
  ): Promise<Outcome>
  /** Of these records those that this person may read now, not the one who acts. */
  visibleTo(person: string, entity: Entity, ids: readonly string[]): Promise<ReadonlySet<string>>
  /** Fields of a kind of record as the company has them; none for a name that is none. */
  fieldsOf(entity: string): Fields
  /** Words that are kept for everyone, in the language of the company; English stands here. */
  words: Translator
  /** Next number of a series; the counter row stays locked until commit, so take it late. */
  nextNumber(series: string, pattern: string, on?: string): Promise<string>
  /** Own SQL. Must carry `tenant = ${ctx.tenant}` for every table it names. */
  sql<R>(query: Sql): Promise<R[]>
  /** Own SQL that answers nothing: it is not waited for, and a failure makes the whole fail. */
  send(query: Sql): void
  /** Tells listeners of modules above, in this transaction. `event` is declared by the module. */
  emit(event: string, facts: Record<string, unknown>): Promise<void>
  /** Queued with the transaction, run after it: mail, webhooks, anything outside. */
  afterCommit(job: string, payload: Record<string, unknown>): void
  /** Tells people of it, those who may read the record; in this transaction. */
  notify(notice: Notice): void
  /** Takes back what was told because of this, such as a comment that is gone. */
  unnotify(source: string): void
  /** From then on these people are told what happens with the record. */
  follow(record: Followed, people: readonly string[]): void
  /** Seals a secret, so that only jobs open it again; `owner` says whose it is. */
  seal(owner: string, text: string): string
  /** A fresh time-ordered id. */
  newId<N extends string>(): Id<N>
}
