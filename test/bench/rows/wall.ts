/** What row-level security costs: the same statements by the program's role and by a free one. */
import { personOf } from '#kernel/access/load-person.ts'
import { readerOf } from '#kernel/action/caller.ts'
import { openRemembrance } from '#kernel/remembrance.ts'
import type { Sight } from '#kernel/access/scope.ts'
import { openDatabase, type Database } from '#kernel/db/database.ts'
import { withClient } from '#kernel/db/with-client.ts'
import type { House } from '#kernel/house.ts'
import { find } from '#kernel/query/find.ts'
import { list } from '#kernel/query/list.ts'
import { buildRegistry, entityOf } from '#kernel/registry.ts'
import { kernelModule } from '#kernel/kernel-module.ts'
import { modules } from '#modules/index.ts'
import type { BenchRun } from '../bench-run.ts'
import { expect } from '../http.ts'
import { inTurns, type Measured } from '../load.ts'
import { ms, times, type Section } from '../table.ts'

const freeRole = 'shangmai_bench_free'

export async function rowLevelSecurity(run: BenchRun): Promise<Section> {
  const { owner, app } = run.home.access
  await withClient(owner, async (client) => {
    const known = await client.query('select 1 from pg_roles where rolname = $1', [freeRole])
    if (known.rowCount === 0) await client.query(`create role ${freeRole} login bypassrls`)
    await client.query(`grant shangmai_app to ${freeRole}`)
  })
  const bound = openDatabase(app, { connections: 1 })
  const free = openDatabase({ ...app, user: freeRole }, { connections: 1 })
  const found = await compare(run, bound, free)
  await bound.close()
  await free.close()
  return sectionOf(found)
}

type Pair = [name: string, on: Measured, off: Measured]

async function compare(run: BenchRun, bound: Database, free: Database): Promise<Pair[]> {
  const sight = await sightIn(run, bound)
  const customer = entityOf(sight.registry, 'customer')
  const ids = (await list(bound, sight, customer, { where: {}, limit: 200 })).rows
  const statements: [string, (database: Database, turn: number) => Promise<void>][] = [
    [
      'List page of 50',
      async (database) => {
        const page = await list(database, sight, customer, { where: {}, sort: 'name' })
        expect(page.rows.length === 50, 'another page')
      },
    ],
    [
      'Record',
      async (database, turn) => {
        const id = ids[turn % ids.length]?.id ?? ''
        expect((await find(database, sight, customer, id)).row.id === id, 'another record')
      },
    ],
    [
      'Search of two characters',
      async (database) => {
        const page = await list(database, sight, customer, { where: { search: '印刷' } })
        expect(page.rows.length > 0, 'nothing found')
      },
    ],
  ]
  const found: Pair[] = []
  for (const [name, ask] of statements) {
    const wishes = [bound, free].map((database) => ({
      clients: 1,
      seconds: run.seconds.one / run.rounds / 2,
      warmUp: 0.3,
      run: (_client: number, turn: number) => ask(database, turn),
    }))
    const [on, off] = await inTurns(run.rounds * 2, wishes)
    if (on && off) found.push([name, on, off])
  }
  return found
}

/** What a salesperson may see, without a server around it. */
async function sightIn({ home }: BenchRun, database: Database): Promise<Sight> {
  const { tenant, salespeople } = home.seeded.big
  const registry = buildRegistry([kernelModule, ...modules])
  const { grants, companies } = openRemembrance(database, registry)
  const person = await personOf(database, tenant, salespeople[0] ?? '', '2026-01-01')
  if (!person) throw new Error('The first salesperson is not there')
  const house = { companies, now: () => new Date() } as House
  const reader = await readerOf(house, { tenant, person, via: 'job' })
  return { registry, grants: await grants.of(tenant), reader }
}

function sectionOf(found: Pair[]): Section {
  return {
    findings: found.map(([name, on, off]) => ({
      measure: `${name}, row-level security on / off, p50`,
      aim: '≤ 1.10×',
      result: `${ms(on.p50)} / ${ms(off.p50)}`,
      ratio: times(on.p50 / off.p50),
      met: on.p50 <= off.p50 * 1.1,
    })),
    details: found.flatMap(([name, on, off]) => [
      { measure: `${name}, row-level security on`, measured: on },
      { measure: `${name}, row-level security off`, measured: off },
    ]),
  }
}
