/** What is over goes, what is still good stays, and other companies are left alone. */
import { jobCall } from '../testing/job-call.ts'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { people } from '../testing/people.ts'
import { newId } from '../db/new-id.ts'
import { sql } from '../db/sql.ts'
import { useHouse } from '../testing/use-house.ts'
import type { World } from '../testing/world.ts'
import { housekeeping } from './housekeeping.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'shangmai-data-'))
const folder = join(dataDir, 'imports')
mkdirSync(folder)
const world = useHouse([people], () => Promise.resolve(() => Promise.resolve()))

afterAll(() => rmSync(dataDir, { recursive: true }))

function daysAgo({ clock }: World, days: number): Date {
  return new Date(clock.now.getTime() - days * 24 * 60 * 60 * 1000)
}

async function keep({ house, tenant, clock }: World): Promise<void> {
  await housekeeping.run(house, jobCall({ tenant, now: clock.now }))
}

async function addAnswers(
  { house, tenant }: World,
  prefix: string,
  at: Date,
  many: number,
): Promise<void> {
  await house.database.transaction(tenant, (tx) =>
    tx.query(
      sql`insert into idempotency (tenant, key, body_hash, status, answer, at)
        select ${tenant}::uuid, ${prefix} || n, '', 200, '{}', ${at}::timestamptz
        from generate_series(1, ${many}::integer) n`,
    ),
  )
}

async function answers({ house, tenant }: World): Promise<number> {
  const rows = await house.database.read(
    tenant,
    sql`select 1 from idempotency where tenant = ${tenant}`,
  )
  return rows.length
}

test('answers to retries are kept for seven days', async () => {
  const other = await world().elsewhere()
  await addAnswers(world(), 'old-', daysAgo(world(), 8), 2500)
  await addAnswers(world(), 'young-', daysAgo(world(), 6), 3)
  await addAnswers(other, 'old-', daysAgo(world(), 8), 2)
  await keep(world())
  expect(await answers(world())).toBe(3)
  expect(await answers(other)).toBe(2)
})

test('sessions and invitations that are over go', async () => {
  const { house, tenant, clock } = world()
  const open = daysAgo(world(), -1)
  const over = daysAgo(world(), 0.1)
  for (const expires of [open, over]) {
    await house.database.control(
      sql`insert into session
          (token_hash, id, tenant, user_id, created_at, last_seen_at, expires_at)
        values (${randomBytes(32)}, ${newId()}, ${tenant}, ${newId()},
          ${clock.now}, ${clock.now}, ${expires})`,
    )
    await house.database.control(
      sql`insert into invitation (token_hash, tenant, user_id, created_at, expires_at)
        values (${randomBytes(32)}, ${tenant}, ${newId()}, ${clock.now}, ${expires})`,
    )
  }
  await keep(world())
  const left = await house.database.control(
    sql`select expires_at from session union all select expires_at from invitation`,
  )
  expect(left).toEqual([{ expires_at: open.toISOString() }, { expires_at: open.toISOString() }])
})

test('files of old imports go, and nothing outside their folder', async () => {
  const { house, tenant, clock } = world()
  const outside = mkdtempSync(join(tmpdir(), 'shangmai-outside-'))
  const stray = join(outside, 'precious.csv')
  const runs = [
    { path: join(folder, 'old.csv'), status: 'done', at: daysAgo(world(), 31), stays: false },
    { path: join(folder, 'young.csv'), status: 'done', at: daysAgo(world(), 29), stays: true },
    { path: join(folder, 'busy.csv'), status: 'running', at: daysAgo(world(), 31), stays: true },
    { path: stray, status: 'done', at: daysAgo(world(), 31), stays: true },
  ]
  for (const { path, status, at } of runs) {
    writeFileSync(path, 'name\n')
    const query = sql`insert into import_run
        (tenant, id, entity, file_name, path, status, created_at, updated_at)
      values (${tenant}, ${newId()}, 'customer', 'x.csv', ${path}, ${status}, ${clock.now}, ${at})`
    await house.database.transaction(tenant, (tx) => tx.query(query))
  }
  await keep(world())
  expect(runs.map(({ path }) => existsSync(path))).toEqual(runs.map(({ stays }) => stays))
  rmSync(outside, { recursive: true })
})
