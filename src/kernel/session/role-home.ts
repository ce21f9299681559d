/** The tiles that the people of a role begin with, as an administrator laid them out. */
import type { Caller } from '../action/caller.ts'
import { fail } from '../base/fail.ts'
import { newId } from '../db/new-id.ts'
import { sql } from '../db/sql.ts'
import type { House } from '../house.ts'
import { checkedTiles, tilesOf, type HomeTile } from './own-home.ts'

export interface RoleHome {
  /** Name of the role. */
  role: string
  tiles: HomeTile[]
}

interface HomeRow {
  key: string
  role: string
  tiles: unknown
}

/** What the modules let a role begin with. */
function declaredHome({ registry }: House, key: string): HomeTile[] {
  return registry.modules.flatMap(({ homes }) => homes[key] ?? [])
}

/** Of several roles the first one of the person that was laid out, else that is declared. */
export async function homeOfRoles(
  house: House,
  tenant: string,
  user: string,
): Promise<RoleHome | null> {
  const rows = await house.database.read<HomeRow>(
    tenant,
    sql`select r.key, r.name as role, p.choices -> 'tiles' as tiles
      from "user" u
      join role r on r.tenant = u.tenant and r.key = any(u.roles) and r.deleted_at is null
      left join preference p on p.tenant = r.tenant and p.id = r.id
      where u.tenant = ${tenant} and u.id = ${user}::uuid
      order by array_position(u.roles, r.key)`,
  )
  const laidOut = rows.map(({ role, tiles }) => ({ role, tiles: tilesOf(tiles) }))
  const declared = rows.map(({ key, role }) => ({ role, tiles: declaredHome(house, key) }))
  return [...laidOut, ...declared].find(({ tiles }) => tiles.length > 0) ?? null
}

/** @throws {Refusal} `record.not-found` (404), also for a role of another company */
export async function roleHome(house: House, tenant: string, role: string): Promise<HomeTile[]> {
  const [row] = await house.database.read<HomeRow>(
    tenant,
    sql`select r.key, r.name as role, p.choices -> 'tiles' as tiles
      from role r left join preference p on p.tenant = r.tenant and p.id = r.id
      where r.tenant = ${tenant} and r.id = ${role}::uuid and r.deleted_at is null`,
  )
  if (!row) return fail('record.not-found', {}, { status: 404 })
  const tiles = tilesOf(row.tiles)
  return tiles.length > 0 ? tiles : declaredHome(house, row.key)
}

/**
 * Replaces all of them, which stands in the log with the role; none = what the program declares,
 * else the usual page.
 * @throws {Refusal} `record.not-found` (404), `home.too-many` (422)
 */
export async function keepRoleHome(
  house: House,
  { tenant, person, via, requestId }: Caller,
  role: string,
  given: readonly HomeTile[],
): Promise<void> {
  const before = JSON.stringify({ home: await roleHome(house, tenant, role) })
  const tiles = checkedTiles(given)
  const [kept, after] = [JSON.stringify({ tiles }), JSON.stringify({ home: tiles })]
  const at = house.now()
  await house.database.transaction(tenant, async (tx) => {
    await tx.query(
      sql`insert into preference (tenant, id, choices) values (${tenant}, ${role}, ${kept})
        on conflict (tenant, id) do update set choices = preference.choices || excluded.choices`,
    )
    await tx.query(
      sql`insert into audit
          (tenant, id, at, by_user, via, entity, record, action, before, after, request)
        values (${tenant}, ${newId(at.getTime())}, ${at}, ${person.id}, ${via}, 'role', ${role},
          'home-arranged', ${before}, ${after}, ${requestId ?? null})`,
    )
  })
}
