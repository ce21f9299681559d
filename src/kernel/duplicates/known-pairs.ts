/** Pairs that were found before: what is alike no more goes, what is so again comes back. */
import { saveRecord, setDeleted } from '../action/record-writes.ts'
import type { Unit } from '../action/unit.ts'
import { raw, sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import { DuplicatePair } from './duplicate-pair.entity.ts'
import { comparedIn, likePair, type Found } from './like-pair.ts'

interface Known {
  id: string
  record: string
  other: string
  status: string
  /** Went when they were alike no more. */
  isGone: boolean
  name: string
  score: number
  reasons: string[]
}

const columns = raw(`p.id, p.record, p.other, p.status, p.deleted_at is not null as "isGone",
  p.name, p.score, p.reasons`)

/** The next that nobody has decided yet, by id. */
export function openPairs(
  unit: Unit,
  entity: Entity,
  after: string | null,
  most: number,
): Promise<Known[]> {
  const behind = after === null ? raw('') : sql` and p.id > ${after}::uuid`
  return unit.tx.query<Known>(
    sql`select ${columns} from duplicate_pair p
      where p.tenant = ${unit.sight.reader.tenant} and p.entity = ${entity.name}
        and p.status = 'open' and p.deleted_at is null${behind}
      order by p.id limit ${most}`,
  )
}

export async function knownPairs(
  unit: Unit,
  entity: Entity,
  records: readonly string[],
): Promise<Map<string, Known>> {
  if (records.length === 0) return new Map()
  const rows = await unit.tx.query<Known>(
    sql`select ${columns} from duplicate_pair p
      where p.tenant = ${unit.sight.reader.tenant} and p.entity = ${entity.name}
        and p.record = any(${[...records]}::uuid[])`,
  )
  return new Map(rows.map((row) => [pairKey(row), row]))
}

export async function lookAgain(
  unit: Unit,
  entity: Entity,
  pairs: readonly Known[],
): Promise<void> {
  const ids = new Set(pairs.flatMap(({ record, other }) => [record, other]))
  const compared = await comparedIn(unit, entity, ids)
  for (const pair of pairs) {
    const found = likePair(compared, pair.record, pair.other)
    if (found) await renew(unit, pair, found)
    else await setDeleted(unit, DuplicatePair, pair.id, true)
  }
}

/** Does nothing to what is there. */
export async function bringBack(unit: Unit, pair: Known | undefined, found: Found): Promise<void> {
  if (!pair?.isGone) return
  await setDeleted(unit, DuplicatePair, pair.id, false)
  await renew(unit, pair, found)
}

async function renew(unit: Unit, pair: Known, found: Found): Promise<void> {
  const { score, reasons, name } = found
  const isAsBefore =
    pair.score === score && pair.name === name && pair.reasons.join() === reasons.join()
  if (!isAsBefore) await saveRecord(unit, DuplicatePair, pair.id, { score, reasons, name })
}

/** The same for the same two. */
export function pairKey({ record, other }: Pick<Found, 'record' | 'other'>): string {
  return `${record} ${other}`
}
