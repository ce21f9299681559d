/** The work in the background: what failed, with another try, and what waits, runs and was done. */
import { api, type ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { ScrollBox } from '#ui/base/scroll-box.tsx'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { momentText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import '#ui/record/related.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { rhythmText } from './rhythm.ts'
import './system.css'

interface JobLine {
  name: string
  label: string
  every: string | null
  waiting: number
  active: number
  failed: number
  dueAt: string | null
  doneAt: string | null
}

interface FailureLine {
  id: string
  label: string
  at: string
  tries: number
  message: string
}

interface JobsAnswer {
  jobs: JobLine[]
  failures: FailureLine[]
}

const lookAgainMs = 5000

export function Jobs() {
  const { data } = useQuery<JobsAnswer, ApiProblem>({
    queryKey: ['jobs'],
    queryFn: () => api.get<JobsAnswer>('/api/jobs'),
    refetchInterval: lookAgainMs,
  })
  if (!data) return null
  return (
    <>
      {data.failures.length > 0 && <Failures failures={data.failures} />}
      <Work jobs={data.jobs} />
    </>
  )
}

function Failures({ failures }: { failures: readonly FailureLine[] }) {
  const t = useT()
  return (
    <Panel title={t('Work that failed')}>
      <ul className="failures">
        {failures.map((failure) => (
          <Failure key={failure.id} failure={failure} />
        ))}
      </ul>
    </Panel>
  )
}

function Failure({ failure }: { failure: FailureLine }) {
  const t = useT()
  const reader = useReader()
  const queries = useQueryClient()
  const { showDone, showProblem } = useUndoMessage()
  const again = useMutation<unknown, ApiProblem>({
    mutationFn: () => api.post('/api/jobs/run-again', { job: failure.id }),
    onSuccess: () => showDone(t('It runs again.')),
    onError: showProblem,
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['health'] })
      return queries.invalidateQueries({ queryKey: ['jobs'] })
    },
  })
  const { label, at, tries, message } = failure
  return (
    <li>
      <div className="grow">
        <b>{label}</b>
        <span className="failure-facts">
          {momentText(at, reader)} ·{' '}
          {t('{count, plural, one {# try} other {# tries}}', { count: tries })}
        </span>
        {message !== '' && <p className="failure-words">{message}</p>}
      </div>
      <Button loading={again.isPending} onClick={() => again.mutate()}>
        {t('Run again')}
      </Button>
    </li>
  )
}

function Work({ jobs }: { jobs: readonly JobLine[] }) {
  const t = useT()
  return (
    <Panel title={t('Work in the background')}>
      <ScrollBox className="related-scroll">
        <table className="related work">
          <thead>
            <tr>
              <th scope="col">{t('Work')}</th>
              <th scope="col">{t('Rhythm')}</th>
              <th scope="col" className="number">
                {t('Waiting')}
              </th>
              <th scope="col" className="number">
                {t('Running')}
              </th>
              <th scope="col" className="number">
                {t('Failed')}
              </th>
              <th scope="col">{t('Oldest waits since')}</th>
              <th scope="col">{t('Last done')}</th>
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <WorkLine key={job.name} job={job} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Panel>
  )
}

function WorkLine({ job }: { job: JobLine }) {
  const t = useT()
  const reader = useReader()
  const { label, every, waiting, active, failed, dueAt, doneAt } = job
  const moment = (at: string | null) => (at === null ? '—' : momentText(at, reader))
  const figure = (count: number) => (
    <td className={count === 0 ? 'number faint' : 'number strong'}>{count}</td>
  )
  return (
    <tr>
      <td>{label}</td>
      <td>{every === null ? t('when needed') : rhythmText(every, t)}</td>
      {figure(waiting)}
      {figure(active)}
      {figure(failed)}
      <td>{moment(dueAt)}</td>
      <td>{moment(doneAt)}</td>
    </tr>
  )
}
