/** Puts the context of an action together over a unit of work. */
import { visibleToPerson } from '../access/visible-among.ts'
import { fail } from '../base/fail.ts'
import { newId } from '../db/new-id.ts'
import { raw, sql } from '../db/sql.ts'
import { columnName, type Draft, type Entity, type Row } from '../entity/entity.ts'
import type { Fields } from '../field/field.ts'
import { sendFollow, type Followed } from '../notify/follow.ts'
import type { Notice } from '../notify/notice.ts'
import { sendTakenBack } from '../notify/send-lines.ts'
import { nextNumber } from '../numbering/next-number.ts'
import { compileWhere } from '../query/compile-where.ts'
import type { Where } from '../query/where.ts'
import type { Action, Input, Outcome } from './action.ts'
import type { Ctx, ListOptions } from './ctx.ts'
import { hold, readRows } from './hold.ts'
import { createRecord, createRecords, saveRecord, setDeleted } from './record-writes.ts'
import { perform } from './perform.ts'
import { catalogueOf } from '../i18n/catalogues.ts'
import { createTranslator, type Translator } from '../i18n/message.ts'
import type { Locale } from '../i18n/languages.ts'
import { tell } from './tell.ts'
import { heldKey, type StoredRow, type Unit } from './unit.ts'

const contexts = new WeakMap<Unit, Ctx>()
const speakers = new Map<Locale, Translator>()

function speakerOf(locale: Locale): Translator {
  const known = speakers.get(locale) ?? createTranslator(locale, catalogueOf(locale))
  speakers.set(locale, known)
  return known
}

/** The one context of a unit. */
export function openCtx(unit: Unit): Ctx {
  const known = contexts.get(unit)
  if (known) return known
  const { dryRun, locale } = unit
  const words = speakerOf(locale)
  const ctx: Ctx = { ...unit.sight.reader, dryRun, words, ...reads(unit), ...writes(unit) }
  contexts.set(unit, ctx)
  return ctx
}

function reads(unit: Unit) {
  return {
    find: async <E extends Entity>(entity: E, id: string, options: { deleted?: boolean } = {}) => {
      const held = unit.held.get(heldKey(entity, id))
      const [row] = held ? [held] : await readRows(unit, entity, sql`r.id = ${id}::uuid`, {})
      if (!row || (row.deletedAt && !options.deleted)) {
        fail('record.not-found', { entity: entity.name, id }, { status: 404 })
      }
      return row as unknown as Row<E>
    },
    lock: async <E extends Entity>(entity: E, id: string) =>
      (await hold(unit, entity, id)) as unknown as Row<E>,
    list: async <E extends Entity>(entity: E, where: Where, options: ListOptions = {}) =>
      (await rowsWhere(unit, entity, where, options)) as unknown as Row<E>[],
    first: async <E extends Entity>(entity: E, where: Where, options: ListOptions = {}) => {
      const [row] = await rowsWhere(unit, entity, where, { ...options, limit: 1, withLines: true })
      return (row ?? null) as unknown as Row<E> | null
    },
    visibleTo: (person: string, entity: Entity, ids: readonly string[]) =>
      visibleToPerson(unit, person, entity, ids),
    fieldsOf: (entity: string) => unit.house.registry.entities.get(entity)?.fields ?? {},
    sql: <R>(query: Parameters<Ctx['sql']>[0]) => unit.tx.query<R>(query),
    send: (query: Parameters<Ctx['send']>[0]) => unit.tx.send(query),
  }
}

async function rowsWhere(
  unit: Unit,
  entity: Entity,
  where: Where,
  options: ListOptions,
): Promise<StoredRow[]> {
  const bin = entity.isLine ? raw('') : raw(' and r.deleted_at is null')
  const condition = sql`${compileWhere(entity, where, unit.sight.reader, 'r')}${bin}`
  const wish = {
    lock: options.lock ?? false,
    withoutLines: !(options.withLines ?? false),
    ...(options.limit === undefined ? {} : { limit: options.limit }),
    ...(options.sort && !options.lock ? { order: orderOf(options.sort) } : {}),
  }
  const rows = await readRows(unit, entity, condition, wish)
  if (options.lock && options.withLines)
    for (const row of rows) unit.held.set(heldKey(entity, row.id), row)
  return rows
}

function orderOf(sort: string) {
  const way = sort.startsWith('-') ? 'desc' : 'asc'
  return raw(` order by r."${columnName(sort.replace(/^-/u, ''))}" ${way}, r.id ${way}`)
}

function writes(unit: Unit) {
  return {
    create: async <E extends Entity>(entity: E, draft: Draft<E>) =>
      (await createRecord(unit, entity, draft)) as unknown as Row<E>,
    createMany: async <E extends Entity>(entity: E, drafts: Draft<E>[]) =>
      (await createRecords(unit, entity, drafts)) as unknown as Row<E>[],
    save: async <E extends Entity>(entity: E, id: string, patch: Draft<E>) => {
      await saveRecord(unit, entity, id, patch)
    },
    remove: async (entity: Entity, id: string) => {
      await setDeleted(unit, entity, id, true)
    },
    do: <I extends Fields>(
      action: Action<I>,
      id: string,
      input: Partial<Input<I>> = {},
      reason?: string,
    ): Promise<Outcome> => perform(unit, action, id, input, reason ?? null),
    nextNumber: (name: string, pattern: string, on?: string) =>
      nextNumber(unit, { name, pattern, gaps: false }, on ?? unit.sight.reader.today),
    emit: (event: string, facts: Record<string, unknown>) => tell(unit, event, facts),
    afterCommit: (name: string, payload: Record<string, unknown>) => {
      unit.jobs.push({ name, payload })
    },
    notify: (notice: Notice) => {
      unit.notices.push(notice)
    },
    unnotify: (source: string) => sendTakenBack(unit.tx, unit.caller.tenant, source),
    follow: (record: Followed, people: readonly string[]) =>
      sendFollow(unit.tx, unit.caller.tenant, record, people, unit.sight.reader.now),
    seal: (owner: string, text: string) => unit.house.safe.seal(owner, text),
    newId: () => newId(),
  }
}
