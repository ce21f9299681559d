/** Before many records are added: the one that is there already which each most likely is. */
import { rowScope } from '../access/scope.ts'
import type { Unit } from '../action/unit.ts'
import { raw, sql, type Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import { featuresOf, type Features } from '../likeness/features.ts'
import { keysOf } from '../likeness/keys.ts'
import type { LikenessRule, Reason } from '../likeness/rule.ts'
import { likenessOf, worthKeeping, worthSaying } from '../likeness/score.ts'
import { bearersOf, oftenest } from './candidates.ts'
import { comparedRows, type Compared } from './compared.ts'
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
  const ask = <T>(query: Sql) => unit.tx.query<T>(query)
  const most = { ofKey: mostOfKey, ofWeakKey: mostOfWeakKey }
  const all = [...new Set(keys.flat())]
  const bearers = await bearersOf(ask, unit.sight.reader.tenant, entity, all, most)
  const candidates = keys.map((own) =>
    oftenest(
      own.flatMap((key) => bearers.get(key) ?? []),
      mostCandidates,
    ),
  )
  const known = await knownOnes(unit, ask, entity, rule, [...new Set(candidates.flat())])
  return asked.map((features, at) => best(features, candidates[at] ?? [], known))
}

/** Ids begin with the time at which they were made. */
async function knownOnes(
  { sight, operation }: Unit,
  ask: <T>(query: Sql) => Promise<T[]>,
  entity: Entity,
  rule: LikenessRule,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Compared>> {
  const only = operation === null ? raw('') : sql` and r.id < ${operation}::uuid`
  const seen = rowScope(sight, entity, 'read', 'r')
  const { tenant } = sight.reader
  const rows = await comparedRows(ask, entity, { tenant, ids, rule, seen, only })
  return new Map(rows.map((row) => [row.id, row]))
}

function best(
  features: Features,
  ids: readonly string[],
  known: ReadonlyMap<string, Compared>,
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
