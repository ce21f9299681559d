/** Who is told of what happened: those named, the owner of the record, and who follows it. */
import type { Unit } from '../action/unit.ts'
import { name, raw, sql } from '../db/sql.ts'
import { columnName, ownerField } from '../entity/entity.ts'
import type { Line, Notice } from './notice.ts'

/** More records of one kind than this are told of in one line. */
const mostApart = 3

/** Nobody is told of what they did themselves, unless another program did it with their key. */
export async function linesOf(unit: Unit, notices: readonly Notice[]): Promise<Line[]> {
  const wide = notices.filter((notice) => notice.toFollowers)
  const [owners, followers] = await Promise.all([ownersOf(unit, wide), followersOf(unit, wide)])
  const lines = new Map<string, Line>()
  for (const notice of notices) {
    const others = notice.toFollowers
      ? [owners.get(keyOf(notice)) ?? [], followers.get(keyOf(notice)) ?? []].flat()
      : []
    for (const person of new Set([...notice.people, ...others])) {
      if (person === unit.caller.person.id && !notice.fromOutside) continue
      const line = lineOf(notice, person)
      lines.set(`${person} ${line.cause} ${line.record} ${line.source}`, line)
    }
  }
  return gathered(withoutTwice([...lines.values()]))
}

function lineOf({ cause, rule, entity, record, people, ...rest }: Notice, person: string): Line {
  const follow = rest.follow === true && people.includes(person)
  const { facts, source = null } = rest
  return { person, cause, rule, entity, record, source, facts, follow }
}

function keyOf({ entity, record }: Pick<Notice, 'entity' | 'record'>): string {
  return `${entity} ${record}`
}

/** Who is mentioned in a comment is not told of the comment once more. */
function withoutTwice(lines: readonly Line[]): Line[] {
  const mentioned = new Set(
    lines
      .filter(({ cause }) => cause === 'mentioned')
      .map((line) => `${line.person} ${line.source}`),
  )
  return lines.filter(
    (line) => line.cause !== 'commented' || !mentioned.has(`${line.person} ${line.source}`),
  )
}

/** Many of one kind are one line, which names how many. */
function gathered(lines: readonly Line[]): Line[] {
  const kinds = Map.groupBy(lines, (line) => `${line.person} ${line.cause} ${line.entity}`)
  return [...kinds.values()].flatMap((kind): Line[] => {
    const [first] = kind
    if (!first || kind.length <= mostApart || kind.some((line) => line.source !== null)) return kind
    const facts = { count: kind.length }
    return [{ ...first, rule: `notice.${first.cause}-many`, record: null, facts }]
  })
}

async function ownersOf(unit: Unit, notices: readonly Notice[]): Promise<Map<string, string>> {
  const owners = new Map<string, string>()
  const kinds = Map.groupBy(notices, ({ entity }) => entity)
  const asked = [...kinds].map(async ([entityName, of]) => {
    const entity = unit.house.registry.entities.get(entityName)
    const owner = entity && ownerField(entity)
    if (!entity || !owner) return
    const unknown: string[] = []
    for (const { record } of of) {
      const held = unit.held.get(`${entityName} ${record}`)?.[owner]
      if (typeof held === 'string') owners.set(`${entityName} ${record}`, held)
      else unknown.push(record)
    }
    if (unknown.length === 0) return
    const rows = await unit.tx.query<{ id: string; owner: string | null }>(
      sql`select id, ${raw(`"${columnName(owner)}"`)} as owner from ${name(entity.table)}
        where tenant = ${unit.caller.tenant} and id = any(${unknown}::uuid[])`,
    )
    for (const row of rows) if (row.owner) owners.set(`${entityName} ${row.id}`, row.owner)
  })
  await Promise.all(asked)
  return owners
}

async function followersOf(unit: Unit, notices: readonly Notice[]): Promise<Map<string, string[]>> {
  if (notices.length === 0) return new Map()
  const rows = await unit.tx.query<{ entity: string; record: string; person: string }>(
    sql`select f.entity, f.record, f.person from follower f
      where f.tenant = ${unit.caller.tenant} and (f.entity, f.record) in (
        select x.entity, x.record
        from unnest(${notices.map(({ entity }) => entity)}::text[],
          ${notices.map(({ record }) => record)}::uuid[]) as x(entity, record))`,
  )
  const byRecord = Map.groupBy(rows, keyOf)
  return new Map([...byRecord].map(([key, of]) => [key, of.map(({ person }) => person)]))
}
