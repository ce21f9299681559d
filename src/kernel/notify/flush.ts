/** Tells people what a unit of work did that concerns them, in its own transaction. */
import type { Sql } from '../db/sql.ts'
import { personBy } from '../access/load-person.ts'
import { readsAny, visibleAmong } from '../access/visible-among.ts'
import type { Sight } from '../access/scope.ts'
import type { Unit } from '../action/unit.ts'
import { linesOf } from './audience.ts'
import type { Ask } from './ask.ts'
import { choicesOf } from './choices.ts'
import { sendFollow } from './follow.ts'
import { sendLines } from './send-lines.ts'
import type { Line, Notice } from './notice.ts'

/** A record that a person may not read is never told of: nothing is even kept. */
export async function flushNotices(unit: Unit, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return
  const byPerson = Map.groupBy(await linesOf(unit, notices), ({ person }) => person)
  if (byPerson.size === 0) return
  const people = [...byPerson.keys()].sort()
  const { tenant, now } = unit.sight.reader
  const [choices, readable] = await Promise.all([
    choicesOf(askOf(unit), tenant, people),
    Promise.all(people.map((id) => readableLines(unit, id, byPerson.get(id) ?? []))),
  ])
  const seen = readable.flat()
  for (const { follow, record, entity, person } of seen)
    if (follow && record) sendFollow(unit.tx, tenant, { entity, record }, [person], now)
  const wanted = seen.filter(({ person, cause }) => !choices.get(person)?.off.includes(cause))
  const by = unit.caller.person.id
  const { jobs, changes } = sendLines(unit.tx, { tenant, now, by }, wanted, choices)
  unit.jobs.push(...jobs)
  unit.changed.push(...changes)
}

function askOf({ tx }: Unit): Ask {
  return (query) => tx.query(query)
}

async function readableLines(unit: Unit, id: string, lines: Line[]): Promise<Line[]> {
  const { tenant, today } = unit.sight.reader
  const person = await personBy(askOf(unit), tenant, id, today)
  if (!person) return []
  const reader = { ...unit.sight.reader, person, me: id }
  return visibleLines(unit, { ...unit.sight, reader }, lines)
}

async function visibleLines(unit: Unit, sight: Sight, lines: Line[]): Promise<Line[]> {
  const kinds = [...Map.groupBy(lines, ({ entity }) => entity)]
  const seen = kinds.map(async ([entityName, of]) => {
    const entity = unit.house.registry.entities.get(entityName)
    if (!entity || entity.isLine) return []
    const ids = of.flatMap(({ record }) => record ?? [])
    const visible = await visibleAmong(
      <R>(query: Sql) => unit.tx.query<R>(query),
      sight,
      entity,
      ids,
    )
    return of.filter(({ record }) =>
      record === null ? readsAny(sight, entity) : visible.has(record),
    )
  })
  return (await Promise.all(seen)).flat()
}
