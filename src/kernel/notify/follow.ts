/** Who follows a record: they are told what others say of it and when its state changes. */
import { sql, type Sql } from '../db/sql.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Entity } from '../entity/entity.ts'

export interface Followed {
  entity: string
  record: string
}

export interface Follower {
  id: string
  name: string
}

export function sendFollow(
  tx: Transaction,
  tenant: string,
  { entity, record }: Followed,
  people: readonly string[],
  now: Date,
): void {
  if (people.length === 0) return
  tx.send(
    sql`insert into follower (tenant, entity, record, person, at)
      select ${tenant}::uuid, ${entity}::text, ${record}::uuid, p.id, ${now}::timestamptz
      from unnest(${[...new Set(people)]}::uuid[]) as p(id)
      on conflict do nothing`,
  )
}

export function sendUnfollow(
  tx: Transaction,
  tenant: string,
  { entity, record }: Followed,
  person: string,
): void {
  tx.send(
    sql`delete from follower where tenant = ${tenant} and entity = ${entity}
      and record = ${record}::uuid and person = ${person}::uuid`,
  )
}

/** Those who may sign in, by name. The caller has checked that the asker may see the record. */
export function followersSql(tenant: string, { entity, record }: Followed): Sql {
  return sql`select u.id, u.name from follower f
    join "user" u on u.tenant = f.tenant and u.id = f.person
    where f.tenant = ${tenant} and u.tenant = ${tenant} and f.entity = ${entity}
      and f.record = ${record}::uuid and u.active and u.deleted_at is null
    order by u.name, u.id`
}

/** Whoever followed a record follows the one that it became. */
export function sendFollowersOn(
  tx: Transaction,
  tenant: string,
  entity: Entity,
  { drop, keep }: { drop: string; keep: string },
): void {
  tx.send(
    sql`insert into follower (tenant, entity, record, person, at)
      select tenant, entity, ${keep}::uuid, person, at from follower
      where tenant = ${tenant} and entity = ${entity.name} and record = ${drop}::uuid
      on conflict do nothing`,
  )
}
