/** A report sums up exactly the rows that the person sees, and hides what the person must not. */
import { beforeAll, expect, test } from 'vitest'
import { grantScope } from '#kernel/access/grant-book.ts'
import { seesField } from '#kernel/access/fields.ts'
import { raw, sql } from '#kernel/db/sql.ts'
import { columnName, lineFields, type Entity } from '#kernel/entity/entity.ts'
import { parseInput } from '#kernel/entity/parse-draft.ts'
import { kernelModule } from '#kernel/kernel-module.ts'
import { buildRegistry } from '#kernel/registry.ts'
import type { Report, ReportReader } from '#kernel/report/report.ts'
import { modules } from '#modules/index.ts'
import { seenRows, type Eyes } from './expected-sight.ts'
import { openOnlookers, who, type Onlooker, type Onlookers } from './onlookers.ts'
import { useProduct } from './product.ts'

const product = useProduct()
const registry = buildRegistry([kernelModule, ...modules])
const reports = [...registry.reports.values()]

let onlookers: Onlookers

beforeAll(async () => {
  onlookers = await openOnlookers(product())
}, 240_000)

function may({ person }: Eyes, { allow }: Report): boolean {
  const roles = [...person.roles, 'everyone']
  return roles.includes('administrator') || roles.some((role) => grantScope(allow, role) !== null)
}

/** The report's own question over the rows that were picked one by one. */
async function expectedRows(one: Onlooker, report: Report): Promise<Record<string, unknown>[]> {
  const { reader } = await onlookers.company.sight(one.visitor)
  const { tenant, person } = reader
  const own: ReportReader = {
    ...reader,
    person: one.eyes.person,
    visible: (entity) => {
      const ids = idsIn(one.eyes, entity)
      const key = raw(entity.isLine ? 'parent' : 'id')
      return sql`(select v.* from ${raw(`"${entity.table}"`)} v
        where v.tenant = ${tenant} and v.${key} = any(${ids}::uuid[]))`
    },
    sees: (entity, field) => {
      const declared = entity.fields[field]
      return declared !== undefined && seesField(declared, person)
    },
  }
  const params = parseInput(report.params, {}, { person, place: reader, partial: false })
  const rows = await product().house.database.read<Record<string, unknown>>(
    tenant,
    report.rows(own, params),
  )
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(report.columns)
        .filter(([, column]) => seesField(column, person))
        .map(([name, { kind }]) => {
          const value = row[columnName(name)]
          return [name, kind === 'integer' && typeof value === 'string' ? Number(value) : value]
        }),
    ),
  )
}

/** Documents that are seen; for lines, the documents they belong to, deleted ones too. */
function idsIn(eyes: Eyes, entity: Entity): string[] {
  if (!entity.isLine)
    return seenRows(eyes, entity).flatMap((row) => (row.deletedAt ? [] : [row.id]))
  const parents = [...registry.entities.values()].filter((parent) =>
    lineFields(parent).some(([, lines]) => lines.name === entity.name),
  )
  return parents.flatMap((parent) => seenRows(eyes, parent).map((row) => row.id))
}

const sorted = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort()

test.each(who)('%s', async (name) => {
  const one = onlookers.of(name)
  for (const report of reports) {
    const answer = await one.visitor.ask('GET', `/api/report/${report.name}`)
    expect(answer.status, report.name).toBe(may(one.eyes, report) ? 200 : 403)
    if (answer.status !== 200) continue
    const expected = await expectedRows(one, report)
    expect(sorted(answer.body.rows as unknown[]), report.name).toEqual(sorted(expected))
    const file = await one.visitor.ask('GET', `/api/report/${report.name}?format=csv`)
    const lines = file.text.trimEnd().split('\r\n').length - 1
    expect(lines, report.name).toBe(expected.length)
  }
})

test('the reports have something to tell', async () => {
  const empty: string[] = []
  for (const report of reports) {
    const rows = await expectedRows(onlookers.of('administrator'), report)
    if (rows.length === 0) empty.push(report.name)
  }
  expect(empty).toEqual([])
})
