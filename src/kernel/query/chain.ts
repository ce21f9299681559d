/** The papers of one deal: what a document follows from, and all that followed from those. */
import { fail } from '../base/fail.ts'
import { seesField } from '../access/fields.ts'
import { rowScope, type Sight } from '../access/scope.ts'
import type { Database } from '../db/database.ts'
import { join, name, raw, sql, type Sql } from '../db/sql.ts'
import { columnName, stateField, type Entity } from '../entity/entity.ts'
import { isDocument, type Link } from '../entity/links.ts'
import type { FieldKind } from '../field/field.ts'
import type { ChainAnswer, ChainDocument } from '../http/wire.ts'
import type { Registry } from '../registry.ts'
import { titleSql } from './select.ts'

/** A step along a link from records of `at` to those of `to`: as it points, or against it. */
interface Step {
  at: Entity
  to: Entity
  link: Link
  isForth: boolean
}

type Ids = Map<string, string[]>

const farthest = 4
const mostByOneStep = 20

/**
 * First up to where the deal began, then down again; never up from there into other deals.
 * @throws {Refusal} `record.not-found` (404)
 */
export async function chainOf(
  database: Database,
  sight: Sight,
  entity: Entity,
  id: string,
): Promise<ChainAnswer> {
  const ask = (query: Sql) => database.read<ChainDocument>(sight.reader.tenant, query)
  const [own] = await ask(documentsSql(sight, entity, sql`r.id = ${id}::uuid`))
  if (!own) fail('record.not-found', {}, { status: 404 })
  const known = new Map([[own.id, own]])
  let hasMore = false
  for (const steps of isDocument(entity) ? stepsOf(sight.registry) : []) {
    let edge = idsOf([...known.values()])
    for (let hop = 0; hop < farthest && edge.size > 0; hop += 1) {
      const parts = steps.flatMap((step) => stepSql(sight, step, edge.get(step.at.name)))
      const found = parts.length > 0 ? await ask(join(parts, ' union all ')) : []
      const fresh = new Map(found.map((document) => [document.id, document]))
      for (const key of known.keys()) fresh.delete(key)
      for (const document of fresh.values()) known.set(document.id, document)
      edge = idsOf([...fresh.values()])
      hasMore ||= [...edge.values()].some((ids) => ids.length > mostByOneStep)
    }
  }
  return { documents: inOrder(sight.registry, [...known.values()]), hasMore }
}

function idsOf(documents: readonly ChainDocument[]): Ids {
  const ids: Ids = new Map()
  for (const { entity, id } of documents) ids.set(entity, [...(ids.get(entity) ?? []), id])
  return ids
}

/** All ways up, then all ways down. Modules stand in the order in which papers follow. */
function stepsOf({ entities, links }: Registry): [up: Step[], down: Step[]] {
  const rank = [...entities.keys()]
  const up: Step[] = []
  const down: Step[] = []
  for (const to of [...entities.values()].filter(isDocument)) {
    for (const link of links.get(to.name) ?? []) {
      if (!isDocument(link.from) || link.field.targetIn) continue
      const isLater = rank.indexOf(link.from.name) >= rank.indexOf(to.name)
      const forth = { at: link.from, to, link, isForth: true }
      const back = { at: to, to: link.from, link, isForth: false }
      up.push(isLater ? forth : back)
      down.push(isLater ? back : forth)
    }
  }
  return [up, down]
}

function stepSql(sight: Sight, { to, link, isForth }: Step, ids: string[] | undefined): Sql[] {
  if (!ids) return []
  const { line, key } = link
  const owner = raw(line ? 'p.parent' : 'p.id')
  const pointer = raw(`p."${columnName(line?.field ?? key)}"`)
  const [from, onto] = isForth ? [owner, pointer] : [pointer, owner]
  const reached = sql`r.deleted_at is null and r.id in (select ${onto}
    from ${name((line?.entity ?? link.from).table)} p
    where p.tenant = ${sight.reader.tenant} and ${from} = any(${ids}::uuid[]))`
  return [
    sql`(${documentsSql(sight, to, reached)} order by r.id desc
    limit ${raw(String(mostByOneStep + 1))})`,
  ]
}

function documentsSql(sight: Sight, entity: Entity, condition: Sql): Sql {
  const state = stateField(entity)
  const amount = listed(sight, entity, 'money')
  const currency = amount && entity.fields[amount]?.currency
  const column = (field: string | null | undefined, type: string) =>
    field ? `r."${columnName(field)}"` : `null::${type}`
  const columns = [
    `'${entity.name}' as entity, r.id, ${titleSql(sight.registry, entity, 'r')} as title`,
    `${column(state, 'text')} as state, ${column(listed(sight, entity, 'date'), 'date')} as day`,
    `${column(amount, 'numeric')} as amount, ${column(currency, 'text')} as currency`,
  ].join(', ')
  return sql`select ${raw(columns)} from ${name(entity.table)} r
    where r.tenant = ${sight.reader.tenant} and ${condition}
      and ${rowScope(sight, entity, 'read', 'r')}`
}

/** The first column of the list of that kind, which its people go by. */
function listed({ reader }: Sight, { list, fields }: Entity, kind: FieldKind): string | undefined {
  return list?.columns.find((column) => {
    const field = fields[column]
    return field?.kind === kind && seesField(field, reader.person)
  })
}

function inOrder({ entities }: Registry, documents: ChainDocument[]): ChainDocument[] {
  const rank = [...entities.keys()]
  return documents.toSorted(
    (one, other) =>
      rank.indexOf(one.entity) - rank.indexOf(other.entity) || (one.id < other.id ? -1 : 1),
  )
}
