/** How many words with customers there were day by day, and how many tasks were done. */
import { join, raw, sql, type Sql } from '#kernel/db/sql.ts'
import { columnName } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport, type ReportReader } from '#kernel/report/report.ts'
import { workFigures } from './figures.ts'
import { addends, entityBehind } from './measures.ts'
import { ofTeam, workParams, type WorkWish } from './of-team.ts'

const figures = ['calls', 'visits', 'otherContacts', 'tasksDone'] as const
type DayFigure = (typeof figures)[number]

export const workByDay = defineReport({
  name: 'work-by-day',
  label: 'Work by day',
  description: 'Words with customers and tasks done, by oneself and those below.',
  group: 'Team',
  allow: ['everyone'],
  params: workParams(),
  columns: {
    day: f.date(),
    calls: workFigures.calls,
    visits: workFigures.visits,
    otherContacts: workFigures.otherContacts,
    tasksDone: workFigures.tasksDone,
  },
  rows: (reader, wish) => sql`
    select x.day, ${join(figures.map(counted), ', ')}
    from (${join(
      figures.map((figure) => daysSql(reader, figure, wish)),
      ' union all ',
    )}) x
    group by x.day order by x.day desc`,
  total: figures,
  chart: { kind: 'line', by: 'day', value: 'calls', series: figures },
  behind: figures.map((figure) => ({
    entity: entityBehind(figure).name,
    by: ['day' as const],
    count: [figure],
    rows: (reader: ReportReader, wish: WorkWish) => daysSql(reader, figure, wish),
  })),
})

function counted(figure: DayFigure): Sql {
  return sql`count(*) filter (where x.figure = ${figure}) as ${raw(`"${columnName(figure)}"`)}`
}

function daysSql(reader: ReportReader, figure: DayFigure, wish: WorkWish): Sql {
  return sql`select a.record, a.day, ${figure}::text as figure
    from (${addends(reader, figure, wish)}) a where ${ofTeam(reader, wish)}`
}
