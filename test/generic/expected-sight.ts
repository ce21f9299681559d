/** Who sees which rows, worked out from the declarations, row by row, without the SQL compiler. */
import { administrator, type Person } from '#kernel/access/person.ts'
import { grantScope } from '#kernel/access/grant-book.ts'
import type { Entity } from '#kernel/entity/entity.ts'
import { matches } from '#kernel/query/matches.ts'
import type { Registry } from '#kernel/registry.ts'
import type { Company } from './product.ts'
import type { Samples } from './samples.ts'

export type Row = Record<string, unknown> & { id: string; deletedAt: string | null }

/** All rows of a company by entity, those in the recycle bin too, as the program reads them. */
export type Rows = ReadonlyMap<string, ReadonlyMap<string, Row>>

export async function allRows(
  registry: Registry,
  company: Company,
  { ids }: Samples,
): Promise<Rows> {
  return company.within(async (ctx) => {
    const rows = new Map<string, Map<string, Row>>()
    for (const entity of registry.entities.values()) {
      if (entity.isLine) continue
      const found = (await ctx.list(entity, {})) as unknown as Row[]
      const known = new Map(found.map((row) => [row.id, row]))
      for (const id of ids.get(entity.name) ?? [])
        if (!known.has(id)) known.set(id, (await ctx.find(entity, id, { deleted: true })) as Row)
      rows.set(entity.name, known)
    }
    return rows
  })
}

export interface Eyes {
  registry: Registry
  rows: Rows
  person: Person
  today: string
  timeZone: string
}

/** Does the person see this row? */
export function sees(eyes: Eyes, entity: Entity, row: Row): boolean {
  const { person } = eyes
  if (person.roles.includes(administrator)) return true
  for (const role of [...person.roles, 'everyone']) {
    const scope = grantScope(entity.access.read, role)
    if (scope === 'all') return true
    if (scope !== null && matches(entity, row, scope, eyes)) return true
  }
  return inherits(eyes, entity, row) || isShared(eyes, entity, row)
}

function inherits(eyes: Eyes, entity: Entity, row: Row): boolean {
  const { inherit, joins } = entity.access
  if (!inherit) return false
  if (joins) return mayJoin(eyes, row, [row.record, row[joins]])
  const target = inherit === 'record' ? row.entity : entity.fields[inherit]?.target
  const parent = eyes.registry.entities.get(String(target))
  if (!parent || parent.isLine || parent.name === entity.name) return false
  if (inherit === 'record' && parent.access.inherit === 'record') return false
  const above = eyes.rows.get(parent.name)?.get(String(row[inherit]))
  return above !== undefined && sees(eyes, parent, above)
}

/** Both in sight, and may each be merged by right. */
function mayJoin(eyes: Eyes, pair: Row, ids: readonly unknown[]): boolean {
  const entity = eyes.registry.entities.get(String(pair.entity))
  const merge = entity?.duplicates && entity.access.merge
  if (!entity || !merge) return false
  return ids.every((id) => {
    const row = eyes.rows.get(entity.name)?.get(String(id))
    if (!row || !sees(eyes, entity, row)) return false
    return [...eyes.person.roles, 'everyone'].some((role) => {
      const scope = grantScope(merge, role)
      return scope === 'all' || (scope !== null && matches(entity, row, scope, eyes))
    })
  })
}

function isShared({ rows, person, today }: Eyes, entity: Entity, row: Row): boolean {
  return [...(rows.get('share')?.values() ?? [])].some((share) => {
    if (share.entity !== entity.name || share.record !== row.id || share.deletedAt) return false
    const until = share.untilOn as string | null
    const mine = share.person === person.id
    const ours = person.department !== null && share.department === person.department
    return (mine || ours) && (until === null || until >= today)
  })
}

/** Rows of the entity that the person sees in lists. */
export function seenRows(eyes: Eyes, entity: Entity): Row[] {
  const all = [...(eyes.rows.get(entity.name)?.values() ?? [])]
  return all.filter((row) => !row.deletedAt && sees(eyes, entity, row))
}
