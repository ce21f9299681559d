/** The next records of a scan: each with those behind it that have a key in common. */
import { createRecords, saveRecord, setDeleted } from '../action/record-writes.ts'
import type { Unit } from '../action/unit.ts'
import type { BulkRun } from '../bulk/bulk-run.ts'
import type { Portion } from '../bulk/portion.ts'
import type { Refusal } from '../base/fail.ts'
import { name, raw, sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import { featuresOf, type Features } from '../likeness/features.ts'
import { weakKeys } from '../likeness/keys.ts'
import { likenessOf, worthKeeping, type Likeness } from '../likeness/score.ts'
import { columnsSql } from '../query/select.ts'
import { entityOf } from '../registry.ts'
import { DuplicatePair } from './duplicate-pair.entity.ts'

/** Finding takes less of a transaction than changing. */
const timesAsMany = 5
/** A key of more records than this tells nothing; one that different names share, sooner. */
export const mostOfKey = 40
export const mostOfWeakKey = 12

interface Found extends Likeness {
  record: string
  other: string
  name: string
}

/** @param inTheWay the database refused what was found of these records: they are left */
export async function scanPortion(
  unit: Unit,
  run: BulkRun,
  most: number,
  inTheWay?: Refusal,
): Promise<Portion> {
  const entity = entityOf(unit.house.registry, run.entity)
  const ids = await nextIds(unit, entity, run.counts.at ?? null, most * timesAsMany)
  const place = { done: ids.length, at: ids.at(-1) ?? '' }
  if (ids.length === 0 || inTheWay) return { ...place, changed: 0, refused: [] }
  const found = await pairsOf(unit, entity, ids)
  const changed = await keep(unit, entity, ids, found)
  return { ...place, changed, refused: [] }
}

async function nextIds(
  unit: Unit,
  { table }: Entity,
  after: string | null,
  most: number,
): Promise<string[]> {
  const behind = after === null ? raw('') : sql` and r.id > ${after}::uuid`
  const rows = await unit.tx.query<{ id: string }>(
    sql`select r.id from ${name(table)} r
      where r.tenant = ${unit.sight.reader.tenant}${behind} order by r.id limit ${most}`,
  )
  return rows.map(({ id }) => id)
}

/** Each pair once: with the record whose id is the smaller. */
async function pairsOf(unit: Unit, entity: Entity, ids: readonly string[]): Promise<Found[]> {
  const { tenant } = unit.sight.reader
  const near = await unit.tx.query<{ record: string; other: string }>(
    sql`select distinct k.record, o.record as other from duplicate_key k
      cross join lateral (
        select d.record, count(*) over () as bearers from (
          select s.record from duplicate_key s
          where s.tenant = ${tenant} and s.entity = ${entity.name} and s.key = k.key
          limit ${mostOfKey + 1}) d) o
      where k.tenant = ${tenant} and k.entity = ${entity.name}
        and k.record = any(${[...ids]}::uuid[])
        and o.record > k.record
        and o.bearers <= case when left(k.key, 1) = any(${[...weakKeys]}::text[])
          then ${mostOfWeakKey}::int else ${mostOfKey}::int end`,
  )
  const known = await featuresIn(unit, entity, new Set(near.flatMap((pair) => Object.values(pair))))
  return near.flatMap(({ record, other }) => {
    const [a, b] = [known.get(record), known.get(other)]
    const likeness = a && b ? likenessOf(a.features, b.features) : null
    if (!a || !b || !likeness || likeness.score < worthKeeping) return []
    return { ...likeness, record, other, name: `${a.title} · ${b.title}` }
  })
}

/** Those that are not in the recycle bin. */
async function featuresIn(
  unit: Unit,
  entity: Entity,
  ids: ReadonlySet<string>,
): Promise<Map<string, { features: Features; title: string }>> {
  const rule = entity.duplicates ?? {}
  const columns = columnsSql(entity, [...new Set([entity.title, ...Object.keys(rule)])], 'r')
  const rows = await unit.tx.query<Values & { id: string }>(
    sql`select ${raw(columns)} from ${name(entity.table)} r
      where r.tenant = ${unit.sight.reader.tenant} and r.id = any(${[...ids]}::uuid[])
        and r.deleted_at is null`,
  )
  return new Map(
    rows.map((row) => {
      const title = String(row[entity.title] ?? '')
      return [row.id, { features: featuresOf(rule, row), title }]
    }),
  )
}

/** @returns how many are new; what was decided stays, what is alike no more goes */
async function keep(
  unit: Unit,
  entity: Entity,
  ids: readonly string[],
  found: readonly Found[],
): Promise<number> {
  const known = await knownPairs(unit, entity, ids)
  const fresh: Found[] = []
  for (const pair of found) {
    const before = known.get(keyOf(pair))
    known.delete(keyOf(pair))
    if (!before) fresh.push(pair)
    else if (before.status === 'open') await renew(unit, before, pair)
  }
  for (const { id, status, isGone } of known.values())
    if (status === 'open' && !isGone) await setDeleted(unit, DuplicatePair, id, true)
  const drafts = fresh.map((pair) => ({ ...pair, entity: entity.name }))
  await createRecords(unit, DuplicatePair, drafts)
  return fresh.length
}

async function renew(unit: Unit, { id, isGone }: Known, found: Found): Promise<void> {
  const { score, reasons, name: title } = found
  if (isGone) await setDeleted(unit, DuplicatePair, id, false)
  await saveRecord(unit, DuplicatePair, id, { score, reasons, name: title })
}

interface Known {
  id: string
  record: string
  other: string
  status: string
  isGone: boolean
}

/** Also those that went when they were alike no more: they come back as they were. */
async function knownPairs(
  unit: Unit,
  entity: Entity,
  ids: readonly string[],
): Promise<Map<string, Known>> {
  const rows = await unit.tx.query<Known>(
    sql`select p.id, p.record, p.other, p.status, p.deleted_at is not null as "isGone"
      from duplicate_pair p
      where p.tenant = ${unit.sight.reader.tenant} and p.entity = ${entity.name}
        and p.record = any(${[...ids]}::uuid[])`,
  )
  return new Map(rows.map((row) => [keyOf(row), row]))
}

function keyOf({ record, other }: { record: string; other: string }): string {
  return `${record} ${other}`
}
