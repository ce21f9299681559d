/** Before many records are added: the one that is there already which each most likely is. */
import { rowScope } from '../access/scope.ts'
import type { Unit } from '../action/unit.ts'
import { name, raw, sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import { featuresOf, type Features } from '../likeness/features.ts'
import { keysOf, weakKeys } from '../likeness/keys.ts'
import type { LikenessRule, Reason } from '../likeness/rule.ts'
import { likenessOf, worthKeeping, worthSaying } from '../likeness/score.ts'
import { columnsSql } from '../query/select.ts'
import { oftenest } from './candidates.ts'
import { ruleInSight } from './find-likely.ts'
import { mostOfKey, mostOfWeakKey } from './key-groups.ts'

/** So many are looked at more closely for each, those with most keys in common first. */
const mostCandidates = 20

export interface LikelyOne {
  id: string
  title: string
  score: number
  reasons: Reason[]
  /** Whether the person may see it. */
  isSeen: boolean
}

interface Known {
  features: Features
  title: string
  isSeen: boolean
}

/**
 * Records that belong to the operation of the unit are passed over: they came from the same table.
 * @returns in the order of the drafts; null where none is likely
 */
export async function likelyOfMany(
  unit: Unit,
  entity: Entity,
  drafts: readonly Values[],
): Promise<(LikelyOne | null)[]> {
  const rule = ruleInSight(unit.sight, entity)
  const asked = drafts.map((draft) => featuresOf(rule, draft))
  const keys = asked.map(keysOf)
  const bearers = await bearersOf(unit, entity, [...new Set(keys.flat())])
  const candidates = keys.map((own) =>
    oftenest(
      own.flatMap((key) => bearers.get(key) ?? []),
      mostCandidates,
    ),
  )
  const known = await knownOnes(unit, entity, rule, new Set(candidates.flat()))
  return asked.map((features, at) => best(features, candidates[at] ?? [], known))
}

async function bearersOf(
  unit: Unit,
  entity: Entity,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { tenant } = unit.sight.reader
  const rows = await unit.tx.query<{ key: string; records: string[] }>(
    sql`select w.key, k.records from unnest(${[...keys]}::text[]) w(key)
      cross join lateral (
        select array_agg(d.record) as records from (
          select s.record from duplicate_key s
          where s.tenant = ${tenant} and s.entity = ${entity.name} and s.key = w.key
          limit ${mostOfKey + 1}) d) k
      where cardinality(k.records) <= case when left(w.key, 1) = any(${[...weakKeys]}::text[])
        then ${mostOfWeakKey}::int else ${mostOfKey}::int end`,
  )
  return new Map(rows.map(({ key, records }) => [key, records]))
}

/** Of those that are not in the recycle bin. Ids begin with the time at which they were made. */
async function knownOnes(
  unit: Unit,
  entity: Entity,
  rule: LikenessRule,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Known>> {
  if (ids.size === 0) return new Map()
  const { sight, operation } = unit
  const columns = columnsSql(entity, [...new Set([entity.title, ...Object.keys(rule)])], 'r')
  const before = operation === null ? raw('') : sql` and r.id < ${operation}::uuid`
  const rows = await unit.tx.query<Values & { id: string }>(
    sql`select ${raw(columns)}, (${rowScope(sight, entity, 'read', 'r')}) as may__
      from ${name(entity.table)} r
      where r.tenant = ${sight.reader.tenant} and r.id = any(${[...ids]}::uuid[])
        and r.deleted_at is null${before}`,
  )
  return new Map(
    rows.map(({ may__: isSeen, ...row }) => {
      const title = String(row[entity.title] ?? '')
      return [row.id, { features: featuresOf(rule, row), title, isSeen: isSeen === true }]
    }),
  )
}

function best(
  features: Features,
  ids: readonly string[],
  known: ReadonlyMap<string, Known>,
): LikelyOne | null {
  const found = ids.flatMap((id): LikelyOne[] => {
    const one = known.get(id)
    if (!one) return []
    const { title, isSeen } = one
    const likeness = likenessOf(features, one.features)
    const isLikely = likeness.score >= (isSeen ? worthSaying : worthKeeping)
    return isLikely ? [{ id, title, isSeen, ...likeness }] : []
  })
  return found.toSorted((one, other) => other.score - one.score)[0] ?? null
}
