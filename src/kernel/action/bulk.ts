/** One change to many records: permitted ones change, the others are named; undone as a whole. */
import { rowScope } from '../access/scope.ts'
import { fail, Refusal, type Facts } from '../base/fail.ts'
import { raw, name, sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { House } from '../house.ts'
import { never } from '../query/compile-where.ts'
import { openWhere } from '../search/open-hits.ts'
import { filterSql } from '../query/list.ts'
import type { Where } from '../query/where.ts'
import { apart } from './apart.ts'
import type { Caller } from './caller.ts'
import { removeIn, updateIn } from './crud.ts'
import type { Unit } from './unit.ts'
import { write, type WriteWish } from './write.ts'

export interface BulkWish extends WriteWish {
  pick: { ids: string[] } | { where: Where }
  patch?: unknown
  remove?: boolean
}

export interface BulkAnswer {
  changed: number
  refused: { id: string; title: string; rule: string; facts: Facts }[]
  operation: string | null
}

/** In one transaction: either the whole answer is true or nothing happened. */
export const mostInBulk = 10_000
const mostNamed = 100

/** @throws {Refusal} `bulk.nothing`, `bulk.too-many`, and an input that fits no record */
export function bulk(
  house: House,
  caller: Caller,
  entity: Entity,
  wish: BulkWish,
): Promise<BulkAnswer> {
  const operation = { kind: wish.remove ? 'delete' : 'bulk', entity: entity.name }
  return write(house, caller, { ...wish, operation }, async (unit) => {
    const right = wish.remove ? 'delete' : 'update'
    if (rowScope(unit.sight, entity, right, 'r') === never)
      fail('record.not-allowed', { entity: entity.label.many }, { status: 403 })
    const rows = await pickedRows(unit, entity, wish)
    if (rows.length === 0) fail('bulk.nothing')
    if (rows.length > mostInBulk) fail('bulk.too-many', { most: mostInBulk })
    const answer: BulkAnswer = { changed: 0, refused: [], operation: unit.operation }
    for (const row of rows) await changeOne(unit, entity, row, wish, answer)
    return answer
  })
}

interface Picked {
  id: string
  title: string | null
}

async function pickedRows(unit: Unit, entity: Entity, wish: BulkWish): Promise<Picked[]> {
  const { sight } = unit
  const asked: Where = 'ids' in wish.pick ? { id: { in: wish.pick.ids } } : wish.pick.where
  const where = await openWhere(unit.house.database, sight, entity, asked)
  const title = raw(
    `r."${entity.title.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)}"::text`,
  )
  return unit.tx.query<Picked>(
    sql`select r.id, ${title} as title from ${name(entity.table)} r
      where ${filterSql(sight, entity, { where })} order by r.id limit ${mostInBulk + 1}`,
  )
}

async function changeOne(
  unit: Unit,
  entity: Entity,
  row: Picked,
  wish: BulkWish,
  answer: BulkAnswer,
): Promise<void> {
  try {
    await apart(unit, () =>
      wish.remove ? removeIn(unit, entity, row.id) : updateIn(unit, entity, row.id, wish.patch),
    )
    answer.changed += 1
  } catch (error) {
    // An input that is wrong in itself is wrong for all: say so at once.
    if (!(error instanceof Refusal) || error.rule === 'input.invalid' || error.status === 405)
      throw error
    if (answer.refused.length < mostNamed) {
      answer.refused.push({
        id: row.id,
        title: row.title ?? '',
        rule: error.rule,
        facts: error.facts,
      })
    }
  }
}
