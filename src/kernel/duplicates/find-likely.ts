/** Before a record is entered: which ones that are there may mean the same. */
import { seesField } from '../access/fields.ts'
import { rowScope, type Sight } from '../access/scope.ts'
import type { Database } from '../db/database.ts'
import { name, raw, sql, type Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import type { DuplicatesAnswer } from '../http/wire.ts'
import { featuresOf } from '../likeness/features.ts'
import { keysOf } from '../likeness/keys.ts'
import { reasonOptions, type LikenessRule, type Reason } from '../likeness/rule.ts'
import { likenessOf, worthKeeping, worthSaying, type Likeness } from '../likeness/score.ts'
import { columnsSql } from '../query/select.ts'
import { parsePhone } from '../text/phone.ts'
import { candidatesFor } from './candidates.ts'

const mostShown = 5
const mostOwners = 3

type Found = Likeness & { row: Values & { id: string }; isSeen: boolean }

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
  const rows = ids.length > 0 ? await rowsOf(database, sight, entity, rule, ids) : []
  const found = rows
    .map(({ may__: isSeen, ...row }): Found => {
      const likeness = likenessOf(mine, featuresOf(rule, row))
      return { ...likeness, row, isSeen: isSeen === true }
    })
    .filter(({ score, isSeen }) => score >= (isSeen ? worthSaying : worthKeeping))
    .toSorted((a, b) => b.score - a.score)
  const hidden = found.filter(({ isSeen }) => !isSeen)
  return {
    likely: found
      .filter(({ isSeen }) => isSeen)
      .slice(0, mostShown)
      .map(({ row, score, reasons }) => ({
        id: row.id,
        title: String(row[entity.title] ?? ''),
        score,
        reasons: labelsOf(reasons),
      })),
    hidden: {
      count: hidden.length,
      owners: await ownersOf(
        database,
        sight,
        entity,
        hidden.map(({ row }) => row.id),
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

function rowsOf(
  database: Database,
  sight: Sight,
  entity: Entity,
  rule: LikenessRule,
  ids: readonly string[],
): Promise<(Values & { id: string })[]> {
  const columns = columnsSql(entity, [...new Set([entity.title, ...Object.keys(rule)])], 'r')
  return database.read(
    sight.reader.tenant,
    sql`select ${raw(columns)}, (${rowScope(sight, entity, 'read', 'r')}) as may__
      from ${name(entity.table)} r
      where r.tenant = ${sight.reader.tenant} and r.id = any(${[...ids]}::uuid[])
        and r.deleted_at is null`,
  )
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
