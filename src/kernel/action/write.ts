/** The only way to write: one transaction with its audit, idempotency, dry run and promises. */
import { flushAudit } from '../audit/flush.ts'
import { Refusal } from '../base/fail.ts'
import { Rollback } from '../db/transaction.ts'
import type { CompanySettings } from '../company.ts'
import type { House } from '../house.ts'
import { isLocale } from '../i18n/languages.ts'
import { newId } from '../db/new-id.ts'
import { sql } from '../db/sql.ts'
import { flushDuplicateKeys } from '../duplicates/flush-keys.ts'
import { flushNotices } from '../notify/flush.ts'
import { noticesInAudit } from '../notify/in-audit.ts'
import { flushSearch } from '../search/flush.ts'
import { queueIndexing } from '../search/retitled.ts'
import { knownAnswer, keepAnswer, type Idempotency } from './idempotency.ts'
import { sightOf, type Caller } from './caller.ts'
import { refusalOfDatabase } from './database-refusal.ts'
import type { Unit } from './unit.ts'

export interface WriteWish {
  dryRun?: boolean
  /** Why, in the person's words; kept with every entry of the audit that gives no reason itself. */
  reason?: string
  idempotency?: Idempotency
  /** Makes the write undoable as a whole; see undo.ts. */
  operation?: { kind: string; entity: string; id?: string }
  /** The moment of the write, for replays of history and tests; absent = the clock. */
  now?: Date
}

/**
 * Runs `work` in one transaction. Its answer must be JSON: it is kept under the idempotency key.
 * @throws {Refusal} what `work` refuses, and what the database's own walls refuse, in words
 */
export async function write<T>(
  house: House,
  caller: Caller,
  wish: WriteWish,
  work: (unit: Unit) => Promise<T>,
): Promise<T> {
  const [sight, company] = await Promise.all([
    sightOf(house, caller, wish.now),
    house.companies.of(caller.tenant),
  ])
  try {
    return await house.database.transaction(caller.tenant, async (tx) => {
      const known = wish.idempotency && (await knownAnswer(tx, caller, wish.idempotency))
      if (known) throw new Rollback(known.answer)
      const unit = openUnit(house, caller, sight, tx, wish, company)
      const answer = await work(unit)
      await settle(unit, wish)
      if (wish.dryRun) {
        // Waits for everything sent, so that the database's own refusals show in a dry run too.
        await tx.query(sql`select 1`)
        throw new Rollback(answer)
      }
      if (wish.idempotency) keepAnswer(tx, caller, wish.idempotency, answer, sight.reader.now)
      tx.afterCommit(() => announce(unit))
      return answer
    })
  } catch (error) {
    if (wish.idempotency && (await wasFirst(house, caller, wish.idempotency, error))) {
      return write(house, caller, wish, work)
    }
    throw refusalOfDatabase(house.registry, error)
  }
}

function openUnit(
  house: House,
  caller: Caller,
  sight: Unit['sight'],
  tx: Unit['tx'],
  wish: WriteWish,
  { locale, more: { numbering } }: CompanySettings,
): Unit {
  return {
    house: withRegistry(house, sight.registry),
    caller,
    sight,
    tx,
    locale: isLocale(locale) ? locale : 'zh-Hant',
    numbering: (numbering ?? {}) as Unit['numbering'],
    dryRun: wish.dryRun ?? false,
    counting: new Set(),
    reason: wish.reason?.trim() || null,
    operation: wish.operation ? (wish.operation.id ?? newId(sight.reader.now.getTime())) : null,
    held: new Map(),
    titles: new Map(),
    audit: [],
    toIndex: new Map(),
    toKey: new Map(),
    retitled: new Map(),
    reowned: new Map(),
    jobs: [],
    notices: [],
    changed: [],
    depth: 0,
  }
}

/** The house as the company of this unit knows it. */
export function withRegistry(house: House, registry: House['registry']): House {
  return house.registry === registry ? house : { ...house, registry }
}

/** Pays what the unit owes: search words, audit, what people are told, the operation, jobs. */
async function settle(unit: Unit, wish: WriteWish): Promise<void> {
  const changes = unit.audit.length
  // Nobody is told of what was set up. What is said in own words goes before what the audit tells.
  const isTold = unit.caller.via !== 'setup'
  const notices = isTold ? [...noticesInAudit(unit), ...unit.notices] : []
  flushAudit(unit)
  await Promise.all([flushDuplicateKeys(unit), flushSearch(unit), flushNotices(unit, notices)])
  queueIndexing(unit)
  if (unit.operation && wish.operation && changes > 0) {
    const { kind, entity } = wish.operation
    const { reader } = unit.sight
    unit.tx.send(
      sql`insert into operation (tenant, id, at, by_user, kind, entity, count)
        values (${reader.tenant}, ${unit.operation}, ${reader.now}, ${reader.me}, ${kind},
          ${entity}, ${changes})
        on conflict (tenant, id) do update set count = operation.count + excluded.count`,
    )
  }
  if (!unit.dryRun && unit.jobs.length > 0)
    await unit.house.jobs.enqueue(unit.tx, unit.caller.tenant, unit.jobs)
}

function announce(unit: Unit): void {
  unit.house.changes.publish(unit.caller.tenant, unit.changed, unit.caller.person.id)
}

/**
 * A twin of this request may have won: its key is there now, and its answer is ours too. It shows
 * as the key's double, or as a refusal of what the twin has already done.
 */
async function wasFirst(
  house: House,
  caller: Caller,
  { key }: Idempotency,
  error: unknown,
): Promise<boolean> {
  const isRefused = error instanceof Refusal && error.rule !== 'idempotency.other-body'
  if (!isRefused && (error as { code?: string }).code !== '23505') return false
  const rows = await house.database.read(
    caller.tenant,
    sql`select 1 from idempotency where tenant = ${caller.tenant} and key = ${key}`,
  )
  return rows.length > 0
}
