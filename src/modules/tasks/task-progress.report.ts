/** How far the tasks of a time are, person by person. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport, type ReportReader } from '#kernel/report/report.ts'
import { Task } from './task.entity.ts'

export const taskProgress = defineReport({
  name: 'task-progress',
  label: 'Progress of tasks',
  description: 'Tasks due in the time, by the person they are assigned to.',
  group: 'Tasks',
  allow: ['everyone'],
  params: {
    from: f.date({ label: 'From' }),
    until: f.date({ label: 'Until' }),
    person: f.person({ label: 'Person' }),
  },
  columns: {
    person: f.person({ label: 'Person' }),
    tasks: f.integer(),
    done: f.integer(),
    open: f.integer({ label: 'To do' }),
    overdue: f.integer(),
    dropped: f.integer(),
    share: f.percent({ label: 'Done, percent', places: 1 }),
  },
  rows: (reader, wish) => sql`
    select x.person, count(*)::int as tasks,
      (count(*) filter (where x.status = 'done'))::int as done,
      (count(*) filter (where x.status = 'open'))::int as open,
      (count(*) filter (where x.status = 'open' and x.due_on < ${reader.today}::date))::int
        as overdue,
      (count(*) filter (where x.status = 'dropped'))::int as dropped,
      round(100.0 * count(*) filter (where x.status = 'done') / count(*), 1) as share
    from (${tasksSql(reader, wish)}) x group by x.person order by tasks desc, x.person`,
  total: ['tasks', 'done', 'open', 'overdue', 'dropped'],
  behind: [
    {
      entity: 'task',
      by: ['person'],
      count: ['tasks'],
      rows: (reader, wish) => tasksSql(reader, wish),
    },
    ...(['done', 'open', 'dropped'] as const).map((status) => ({
      entity: 'task',
      by: ['person' as const],
      count: [status],
      rows: (reader: ReportReader, wish: Wish) =>
        sql`select x.* from (${tasksSql(reader, wish)}) x where x.status = ${status}`,
    })),
    {
      entity: 'task',
      by: ['person'],
      count: ['overdue'],
      rows: (reader, wish) => sql`select x.* from (${tasksSql(reader, wish)}) x
        where x.status = 'open' and x.due_on < ${reader.today}::date`,
    },
  ],
})

interface Wish {
  from: string | null
  until: string | null
  person: string | null
}

function tasksSql(reader: ReportReader, { from, until, person }: Wish): Sql {
  return sql`select t.id as record, t.owner as person, t.status, t.due_on
    from ${reader.visible(Task)} t
    where (${from}::date is null or t.due_on >= ${from}::date)
      and (${until}::date is null or t.due_on <= ${until}::date)
      and (${person}::uuid is null or t.owner = ${person}::uuid)`
}
