/** For administrators: whether the program needs somebody, and what was done last. */
import type { HealthAnswer } from '#kernel/health/answer.ts'
import { api, type ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { momentText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { standardLabels } from '#ui/record/standard-labels.ts'
import { HealthWarnings } from '#ui/system/health-warnings.tsx'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Nothing, Skeleton } from './home-states.tsx'
import type { LogEntry, LogPage } from './settings/log.tsx'

function WayTo({ section, text }: { section: string; text: string }) {
  return (
    <Link to="/settings/{-$section}" params={{ section }} className="home-all">
      {text}
    </Link>
  )
}

export function HealthTile() {
  const t = useT()
  const { data, error } = useQuery<HealthAnswer, ApiProblem>({
    queryKey: ['health'],
    queryFn: () => api.get<HealthAnswer>('/api/health'),
  })
  const label = t('System health')
  if (error) return <Nothing label={label} text={t('It cannot be shown now.')} />
  if (!data) return <Skeleton label={label} />
  return (
    <Panel title={label} actions={<WayTo section="health" text={t('All')} />}>
      <div className="home-health">
        <HealthWarnings warnings={data.warnings} />
      </div>
    </Panel>
  )
}

const mostEntries = 8

export function LogTile() {
  const t = useT()
  const { data, error } = useQuery<LogPage, ApiProblem>({
    queryKey: ['audit', 'home'],
    queryFn: () => api.get<LogPage>('/api/audit', {}),
  })
  const label = t('Who did what')
  if (error) return <Nothing label={label} text={t('It cannot be shown now.')} />
  if (!data) return <Skeleton label={label} />
  return (
    <Panel title={label} actions={<WayTo section="log" text={t('All')} />}>
      <table className="home-rows home-log">
        <thead className="unseen">
          <tr>
            <th scope="col">{t('Who')}</th>
            <th scope="col">{t('Record')}</th>
            <th scope="col">{t('When')}</th>
          </tr>
        </thead>
        <tbody>
          {data.entries.slice(0, mostEntries).map((entry) => (
            <LogRow key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function LogRow({ entry }: { entry: LogEntry }) {
  const t = useT()
  const reader = useReader()
  const { byName, action, label, kind, title, at } = entry
  return (
    <tr>
      <td>
        {byName ?? t('The program')} {standardLabels(t)[action] ?? label}
      </td>
      <td className="home-wide clip">{`${kind} ${title}`.trim()}</td>
      <td className="faint">{momentText(at, reader)}</td>
    </tr>
  )
}
