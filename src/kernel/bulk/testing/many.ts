/** Very many records to work on, and what a test needs to see of the work. */
import { sql } from '../../db/sql.ts'
import type { Entity } from '../../entity/entity.ts'
import { jobCall } from '../../testing/job-call.ts'
import type { Actor, World } from '../../testing/world.ts'
import { Letter } from '../../undo/testing/office.ts'
import { readRun, type BulkRun } from '../bulk-run.ts'
import { workBulk } from '../bulk.job.ts'
import { bulk, type BulkAnswer, type BulkWish } from '../bulk.ts'

/** As many letters of this person, each found by the mark. */
export async function manyLetters(
  { within }: World,
  actor: Actor,
  mark: string,
  count: number,
): Promise<string[]> {
  const owner = actor.caller.person.id
  const drafts = Array.from({ length: count }, (_, at) => ({
    name: `${mark} ${String(at).padStart(4, '0')}`,
    sum: '1',
    owner,
  }))
  const made = await within((ctx) => ctx.createMany(Letter, drafts as never))
  return made.map(({ id }) => id)
}

export function change(
  { house }: World,
  actor: Actor,
  wish: BulkWish,
  entity: Entity = Letter,
): Promise<BulkAnswer> {
  return bulk(house, actor.caller, entity, wish)
}

/** As the queue would. */
export function work({ house, tenant }: World, id: string, isLast = false): Promise<void> {
  return workBulk(house, jobCall({ tenant, payload: { run: id }, now: house.now(), isLast }))
}

export async function stateOf({ house, tenant }: World, id: string): Promise<BulkRun> {
  const run = await readRun(house.database, tenant, id)
  if (!run) throw new Error('There is no such run')
  return run
}

/** What the person was told of work on many. */
export function toldOf(
  { house, tenant }: World,
  actor: Actor,
): Promise<{ rule: string; facts: unknown }[]> {
  return house.database.read(
    tenant,
    sql`select rule, facts from notification where tenant = ${tenant}
      and person = ${actor.caller.person.id}::uuid and rule like 'notice.bulk%' order by id`,
  )
}
