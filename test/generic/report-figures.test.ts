/** Every figure that a report leads from is what the list behind it counts or sums up. */
import { beforeAll, expect, test } from 'vitest'
import { personOf } from '#kernel/access/load-person.ts'
import { sightOf } from '#kernel/action/caller.ts'
import type { Sight } from '#kernel/access/scope.ts'
import { refreshStatistics } from '#kernel/db/refresh-statistics.ts'
import { sql } from '#kernel/db/sql.ts'
import { entityOf } from '#kernel/registry.ts'
import { equals, isZero } from '#kernel/money/decimal.ts'
import { count, totals } from '#kernel/query/figures.ts'
import { list } from '#kernel/query/list.ts'
import type { Where } from '#kernel/query/where.ts'
import type { Behind, Report } from '#kernel/report/report.ts'
import { runReport } from '#kernel/report/run-report.ts'
import { refuses } from '#kernel/testing/world.ts'
import { loadDemo } from '../../demo/load-demo.ts'
import { useProduct } from './product.ts'

const product = useProduct()
let tenant = ''

beforeAll(async () => {
  tenant = await loadDemo(product().house, () => undefined)
  await refreshStatistics(product().access.owner)
}, 240_000)

/** What this person of the demo company sees. */
async function sightOfRole(role: string): Promise<Sight> {
  const { house } = product()
  const [user] = await house.database.read<{ id: string }>(
    tenant,
    sql`select id from "user" where tenant = ${tenant} and ${role} = any(roles) order by email`,
  )
  const person = await personOf(house.database, tenant, user?.id ?? '', '2026-11-29')
  if (!person) throw new Error(`Nobody is ${role}`)
  return sightOf(house, { tenant, person, via: 'web' })
}

interface Figure {
  report: Report
  behind: Behind
  figure: string
  value: unknown
  row: Record<string, unknown> | null
}

const mostRows = 12

async function figuresOf(sight: Sight, report: Report): Promise<Figure[]> {
  const { rows, totals: sums } = await runReport(product().house, sight, report, {})
  return report.behind.flatMap((behind) =>
    [...behind.count, ...behind.sum].flatMap((figure) => {
      const ofRows = rows.slice(0, mostRows).map((row) => ({ row, value: row[figure] }))
      const total = report.total.includes(figure) ? [{ row: null, value: sums[figure] }] : []
      return [...ofRows, ...total].map((one) => ({ report, behind, figure, ...one }))
    }),
  )
}

function whereOf({ report, behind, figure, row }: Figure): Where {
  const cut = Object.fromEntries(behind.by.map((column) => [column, row?.[column] ?? null]))
  return { behind: { report: report.name, figure, row: row ? (cut as never) : {}, params: {} } }
}

/** One of records alone leads to these as they stand there. */
function hasFigures({ columns }: Report): boolean {
  const kinds = new Set(['integer', 'decimal', 'money', 'percent'])
  return Object.values(columns).some(({ kind }) => kinds.has(kind))
}

/** Null where both agree. */
async function difference(sight: Sight, one: Figure): Promise<string | null> {
  const { database } = product().house
  const entity = entityOf(sight.registry, one.behind.entity)
  const wish = { where: whereOf(one) }
  const page = await list(database, sight, entity, { ...wish, limit: 200 })
  const counted = await count(database, sight, entity, wish)
  const { behind: summed } = await totals(database, sight, entity, wish)
  const found = one.behind.sum.includes(one.figure) ? String(summed) : String(counted.value)
  const isAll = page.rows.length === Math.min(counted.value, 200)
  const isEmpty = isZero(String(one.value ?? 0)) || page.rows.length > 0
  if (isAll && isEmpty && equals(found, String(one.value ?? 0))) return null
  const where = `${one.report.name}.${one.figure} ${JSON.stringify(one.row)}`
  return `${where}: figure ${String(one.value)}, list ${found} of ${page.rows.length}`
}

test.each(['administrator', 'manager', 'sales', 'sales-lead', 'finance', 'storekeeper'])(
  '%s',
  async (role) => {
    const sight = await sightOfRole(role)
    const { person } = sight.reader
    const reports = [...sight.registry.reports.values()].filter(
      ({ name }) => sight.grants.scopes(person, name, 'report').length > 0,
    )
    const wrong: string[] = []
    for (const report of reports) {
      const figures = await figuresOf(sight, report)
      if (role === 'administrator' && hasFigures(report))
        expect(figures, report.name).not.toEqual([])
      for (const one of figures) wrong.push(...[(await difference(sight, one)) ?? []].flat())
    }
    expect(wrong).toEqual([])
  },
)

test('who may not ask the report does not get its records, nor by another entity', async () => {
  const { database } = product().house
  const keeper = await sightOfRole('storekeeper')
  const where = { behind: { report: 'sales-by-customer', figure: 'revenue' } }
  const order = entityOf(keeper.registry, 'order')
  await refuses(list(database, keeper, order, { where }), 'report.not-allowed')
  const manager = await sightOfRole('manager')
  const customer = entityOf(manager.registry, 'customer')
  await refuses(list(database, manager, customer, { where }), 'filter.unknown-field')
  const ratio = { behind: { report: 'sales-by-customer', figure: 'average' } }
  await refuses(list(database, manager, order, { where: ratio }), 'filter.unknown-field')
})
