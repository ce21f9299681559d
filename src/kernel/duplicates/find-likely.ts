/** Before a record is entered: which ones that are there may mean the same. */
import { seesField } from '../access/fields.ts'
import { rowScope, type Sight } from '../access/scope.ts'
import type { Database } from '../db/database.ts'
import { sql, type Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import type { DuplicatesAnswer } from '../http/wire.ts'
import { featuresOf } from '../likeness/features.ts'
import { keysOf } from '../likeness/keys.ts'
import { reasonOptions, type LikenessRule, type Reason } from '../likeness/rule.ts'
import { likenessOf, worthKeeping, worthSaying, type Likeness } from '../likeness/score.ts'
import { parsePhone } from '../text/phone.ts'
import { candidatesFor } from './candidates.ts'
import { comparedRows, type Compared } from './compared.ts'

const mostShown = 5
const mostOwners = 3

type Found = Likeness & Compared

/**
 * Of records that the person may not see only their number and whose they are is told, and only
 * where they are most likely the same.
 */
export async function findLikely(
  database: Database,
  sight: Sight,
  entity: Entity,
  values: Values,
): Promise<DuplicatesAnswer> {
  const rule = ruleInSight(sight, entity)
  const mine = featuresOf(rule, withPhones(rule, values, sight.reader.country))
  const { tenant } = sight.reader
  const ask = <T>(query: Sql) => database.read<T>(tenant, query)
  const ids = await candidatesFor(ask, tenant, entity, keysOf(mine))
  const seen = rowScope(sight, entity, 'read', 'r')
  const rows = await comparedRows(ask, entity, { tenant, ids, rule, seen })
  const found = rows
    .map((row): Found => ({ ...row, ...likenessOf(mine, row.features) }))
    .filter(({ score, isSeen }) => score >= (isSeen ? worthSaying : worthKeeping))
    .toSorted((a, b) => b.score - a.score)
  const hidden = found.filter(({ isSeen }) => !isSeen)
  return {
    likely: found
      .filter(({ isSeen }) => isSeen)
      .slice(0, mostShown)
      .map(({ id, title, score, reasons }) => ({ id, title, score, reasons: labelsOf(reasons) })),
    hidden: {
      count: hidden.length,
      owners: await ownersOf(
        database,
        sight,
        entity,
        hidden.map(({ id }) => id),
      ),
    },
  }
}

/** What is hidden from a person is not to be found out by trying. */
export function ruleInSight({ reader }: Sight, { fields, duplicates }: Entity): LikenessRule {
  const seen = Object.entries(duplicates ?? {}).filter(([field]) => {
    const declared = fields[field]
    return declared !== undefined && seesField(declared, reader.person)
  })
  return Object.fromEntries(seen)
}

/** As they will be kept: what is typed may have any form. */
function withPhones(rule: LikenessRule, values: Values, country: string): Values {
  const phones = Object.keys(rule).filter((field) => rule[field] === 'phone')
  const kept = phones.map((field) => {
    const text = values[field]
    return [field, typeof text === 'string' ? parsePhone(text, country)?.stored : null]
  })
  return { ...values, ...Object.fromEntries(kept) }
}

async function ownersOf(
  database: Database,
  { reader: { tenant } }: Sight,
  entity: Entity,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await database.read<{ name: string }>(
    tenant,
    sql`select distinct u.name from search_doc d
      join "user" u on u.tenant = d.tenant and u.id = d.whose
      where d.tenant = ${tenant} and d.entity = ${entity.name}
        and d.record = any(${[...ids]}::uuid[])
      order by u.name limit ${mostOwners}`,
  )
  return rows.map((row) => row.name)
}

export function labelsOf(reasons: readonly Reason[]): string[] {
  return reasons.map((reason) => reasonOptions.find(({ value }) => value === reason)?.label ?? '')
}
