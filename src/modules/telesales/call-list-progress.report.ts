/** How far each call list is, and which callbacks are due. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport, type ReportReader } from '#kernel/report/report.ts'
import { CallEntry } from './call-entry.entity.ts'
import { callReaders } from './call-figures.ts'

const states = sql`
  (e.status = 'waiting')::int as waiting, (e.status = 'later')::int as later,
  (e.status = 'done')::int as done, (e.status = 'skipped')::int as skipped,
  (e.won_at is not null)::int as won`

const ofLists = (reader: ReportReader): Sql => sql`
  select e.id as record, e.list, ${states} from ${reader.visible(CallEntry)} e`

export const callListProgress = defineReport({
  name: 'call-list-progress',
  label: 'Progress of call lists',
  group: 'Customers',
  allow: callReaders,
  params: {},
  columns: {
    list: f.ref('call-list', { label: 'Call list' }),
    entries: f.integer({ label: 'Entries' }),
    waiting: f.integer({ label: 'To be called' }),
    later: f.integer({ label: 'Call again later' }),
    done: f.integer({ label: 'Called' }),
    skipped: f.integer({ label: 'Skipped' }),
    progress: f.percent({ places: 1, label: 'Progress' }),
    won: f.integer({ label: 'Led to a deal' }),
  },
  rows: (reader) => sql`
    select e.list, count(*) as entries, sum(e.waiting) as waiting, sum(e.later) as later,
      sum(e.done) as done, sum(e.skipped) as skipped,
      round(100.0 * sum(e.done + e.skipped) / count(*), 1) as progress, sum(e.won) as won
    from (${ofLists(reader)}) e group by e.list order by entries desc, e.list`,
  total: ['entries', 'waiting', 'later', 'done', 'skipped', 'won'],
  chart: { kind: 'bar', by: 'list', value: 'entries', series: ['done', 'later', 'waiting'] },
  behind: [
    {
      entity: 'call-entry',
      by: ['list'],
      count: ['entries'],
      sum: ['waiting', 'later', 'done', 'skipped', 'won'],
      rows: ofLists,
    },
  ],
})

const ofAgents = (reader: ReportReader): Sql => sql`
  select e.id as record, e.owner,
    coalesce(e.next_call_at < ${reader.now}, true)::int as overdue,
    coalesce(e.next_call_at >= ${reader.now} and ${dayOf(reader)} = ${reader.today}::date,
      false)::int as today,
    coalesce(${dayOf(reader)} > ${reader.today}::date, false)::int as coming
  from ${reader.visible(CallEntry)} e where e.status = 'later'`

const dayOf = ({ timeZone }: ReportReader) => sql`(e.next_call_at at time zone ${timeZone})::date`

export const callbacksDue = defineReport({
  name: 'callbacks-due',
  label: 'Callbacks due',
  description: 'Whom to call again: overdue, later today, and on later days.',
  group: 'Customers',
  allow: callReaders,
  params: {},
  columns: {
    owner: f.person({ label: 'Agent' }),
    callbacks: f.integer({ label: 'Callbacks' }),
    overdue: f.integer({ label: 'Overdue' }),
    today: f.integer({ label: 'Later today' }),
    coming: f.integer({ label: 'On later days' }),
  },
  rows: (reader) => sql`
    select e.owner, count(*) as callbacks, sum(e.overdue) as overdue, sum(e.today) as today,
      sum(e.coming) as coming
    from (${ofAgents(reader)}) e group by e.owner order by overdue desc, callbacks desc, e.owner`,
  total: ['callbacks', 'overdue', 'today', 'coming'],
  chart: { kind: 'bar', by: 'owner', value: 'callbacks', series: ['overdue', 'today', 'coming'] },
  behind: [
    {
      entity: 'call-entry',
      by: ['owner'],
      count: ['callbacks'],
      sum: ['overdue', 'today', 'coming'],
      rows: ofAgents,
    },
  ],
})
