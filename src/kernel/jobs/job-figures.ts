/** What of a company's work waits, runs, was done and was given up. */
import { sql } from '../db/sql.ts'
import type { House } from '../house.ts'
import type { Job } from './job.ts'
import type { JobFailure, JobFigures } from './queue.ts'

interface Place {
  house: () => House
  jobs: ReadonlyMap<string, Job>
}

const mostFailures = 50

export async function figuresOf({ house, jobs }: Place, tenant: string): Promise<JobFigures[]> {
  const rows = await house().database.control<Omit<JobFigures, 'label' | 'every'>>(
    sql`select n.name,
        count(*) filter (where j.state in ('created', 'retry'))::integer as waiting,
        count(*) filter (where j.state = 'active')::integer as active,
        count(*) filter (where j.state = 'failed')::integer as failed,
        min(j.start_after) filter (where j.state in ('created', 'retry')) as "dueAt",
        max(j.completed_on) filter (where j.state = 'completed') as "doneAt"
      from unnest(${[...jobs.keys()]}::text[]) n (name)
      left join pgboss.job j on j.name = n.name and j.data->>'tenant' = ${tenant}
      group by n.name order by n.name`,
  )
  return rows.map((row) => {
    const { label = row.name, every = null } = jobs.get(row.name) ?? {}
    return { ...row, label, every }
  })
}

/** Work by the clock that was done since is not told: it has made up for what it missed. */
export async function failuresOf({ house, jobs }: Place, tenant: string): Promise<JobFailure[]> {
  const byClock = [...jobs.values()].filter(({ every }) => every).map(({ name }) => name)
  const rows = await house().database.control<Omit<JobFailure, 'label'>>(
    sql`select j.id, j.name, j.completed_on as at, j.retry_count + 1 as tries,
        coalesce(j.output->>'message', j.output->'value'->>'message', '') as message
      from pgboss.job j
      where j.name = any(${[...jobs.keys()]}::text[]) and j.data->>'tenant' = ${tenant}
        and j.state = 'failed'
        and not (j.name = any(${byClock}::text[]) and exists (
          select from pgboss.job k
          where k.name = j.name and k.data->>'tenant' = ${tenant} and k.state = 'completed'
            and k.completed_on > j.completed_on))
      order by j.completed_on desc limit ${mostFailures}`,
  )
  return rows.map((row) => ({ ...row, label: jobs.get(row.name)?.label ?? row.name }))
}
