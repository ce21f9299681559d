/** What each person did over some days, with the records behind each figure. */
import { User } from '#kernel/access/user.entity.ts'
import { join, raw, sql, type Sql } from '#kernel/db/sql.ts'
import { columnName } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport, type ReportReader } from '#kernel/report/report.ts'
import { figureNames, workFigures, type WorkFigure } from './figures.ts'
import { addends, entityBehind, figuresSql, isCount } from './measures.ts'
import { ofTeam, workParams, type WorkWish } from './of-team.ts'

export const workOfPeople = defineReport({
  name: 'work-of-people',
  label: 'Work of each person',
  description:
    'What was done by oneself and those below in the reporting line; a manager sees all.',
  group: 'Team',
  allow: ['everyone'],
  params: workParams(),
  columns: { owner: f.person({ label: 'Person' }), ...workFigures },
  rows: (reader, wish) => sql`
    select u.id as owner, ${join(figureNames.map(filled), ', ')}
    from ${reader.visible(User)} u
    left join (${figuresSql(reader, wish, ofTeam(reader, wish))}) w on w.owner = u.id
    where ${ofTeam(reader, wish, 'u.id')} and (u.active or w.owner is not null)
    order by u.name`,
  total: figureNames,
  chart: {
    kind: 'bar',
    by: 'owner',
    value: 'calls',
    series: ['calls', 'visits', 'otherContacts'],
  },
  behind: figureNames.map((figure) => ({
    entity: entityBehind(figure).name,
    by: ['owner' as const],
    [isCount(figure) ? 'count' : 'sum']: [figure],
    rows: (reader: ReportReader, wish: WorkWish) => behindSql(reader, figure, wish),
  })),
})

function filled(figure: WorkFigure): Sql {
  const column = columnName(figure)
  return raw(`coalesce(w."${column}", 0) as "${column}"`)
}

function behindSql(reader: ReportReader, figure: WorkFigure, wish: WorkWish): Sql {
  const value = raw(`a.value as "${columnName(figure)}"`)
  return sql`select a.record, a.owner, ${value}
    from (${addends(reader, figure, wish)}) a where ${ofTeam(reader, wish)}`
}
