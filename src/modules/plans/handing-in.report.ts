/** Who of the team handed in plans and reports in time, late, or not at all. */
import { User } from '#kernel/access/user.entity.ts'
import { raw, sql, type Sql } from '#kernel/db/sql.ts'
import type { Entity } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport, type ReportReader } from '#kernel/report/report.ts'
import { WorkPlan } from './work-plan.entity.ts'
import { WorkReport } from './work-report.entity.ts'

interface Wish {
  from: string | null
  until: string | null
  person: string | null
}

export const handingIn = defineReport({
  name: 'handing-in',
  label: 'Plans and reports handed in',
  description: 'What was due in the time: handed in late, missing, or still to be answered.',
  group: 'Team',
  allow: ['everyone'],
  params: {
    from: f.date({ label: 'From' }),
    until: f.date({ label: 'Until' }),
    person: f.person({ label: 'Person' }),
  },
  columns: {
    owner: f.person({ label: 'Person' }),
    plans: f.integer({ label: 'Plans due' }),
    plansLate: f.integer({ label: 'Plans handed in late' }),
    plansMissing: f.integer({ label: 'Plans missing' }),
    plansOpen: f.integer({ label: 'Plans to answer' }),
    reports: f.integer({ label: 'Reports due' }),
    reportsLate: f.integer({ label: 'Reports handed in late' }),
    reportsMissing: f.integer({ label: 'Reports missing' }),
    reportsOpen: f.integer({ label: 'Reports to answer' }),
  },
  rows: (reader, wish) => sql`
    select x.owner, ${sumsOf('plans')}, ${sumsOf('reports')}
    from (select a.*, 'plans' as what from (${dueSql(reader, WorkPlan, wish)}) a
      union all select b.*, 'reports' from (${dueSql(reader, WorkReport, wish)}) b) x
    join ${reader.visible(User)} u on u.id = x.owner
    group by x.owner, u.name order by u.name`,
  total: ['plans', 'plansLate', 'plansMissing', 'reports', 'reportsLate', 'reportsMissing'],
  behind: [
    {
      entity: 'work-plan',
      by: ['owner'],
      count: ['plans'],
      sum: ['plansLate', 'plansMissing', 'plansOpen'],
      rows: (reader, wish) => behindSql(reader, WorkPlan, 'plans', wish),
    },
    {
      entity: 'work-report',
      by: ['owner'],
      count: ['reports'],
      sum: ['reportsLate', 'reportsMissing', 'reportsOpen'],
      rows: (reader, wish) => behindSql(reader, WorkReport, 'reports', wish),
    },
  ],
})

function sumsOf(what: 'plans' | 'reports'): Sql {
  const [of, isIt] = [(name: string) => raw(`"${what}${name}"`), raw(`x.what = '${what}'`)]
  return sql`count(*) filter (where ${isIt}) as ${of('')},
    coalesce(sum(x.late) filter (where ${isIt}), 0) as ${of('_late')},
    coalesce(sum(x.missing) filter (where ${isIt}), 0) as ${of('_missing')},
    coalesce(sum(x.unanswered) filter (where ${isIt}), 0) as ${of('_open')}`
}

function behindSql(reader: ReportReader, entity: Entity, what: string, wish: Wish): Sql {
  const as = (name: string) => raw(`"${what}_${name}"`)
  return sql`select x.record, x.owner, x.late as ${as('late')}, x.missing as ${as('missing')},
      x.unanswered as ${as('open')}
    from (${dueSql(reader, entity, wish)}) x`
}

function dueSql(reader: ReportReader, entity: Entity, { from, until, person }: Wish): Sql {
  return sql`select p.id as record, p.owner,
      (p.handed_in_at is not null and p.late)::int as late,
      (p.status in ('draft', 'returned') and p.due_on < ${reader.today}::date)::int as missing,
      (p.status = 'handed-in')::int as unanswered
    from ${reader.visible(entity)} p
    where p.due_on is not null
      and (${from}::date is null or p.due_on >= ${from}::date)
      and (${until}::date is null or p.due_on <= ${until}::date)
      and (${person}::uuid is null or p.owner = ${person}::uuid)`
}
