/** Backups: one now, one every day, those that are kept, and how to put one back. */
import type { BackupAnswer } from '#kernel/backup/answer.ts'
import { api, type ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { momentText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { useQuery } from '@tanstack/react-query'
import { BackupNow } from './backup-now.tsx'
import { BackupPlan } from './backup-plan.tsx'
import { KeptBackups } from './kept-backups.tsx'
import { RestoreWords } from './restore-words.tsx'
import './system.css'

/** Until it is done one looks often, then now and then. */
const lookAgainMs = { soon: 1000, later: 30_000 }

export function Backups() {
  const backups = useQuery<BackupAnswer, ApiProblem>({
    queryKey: ['backup'],
    queryFn: () => api.get<BackupAnswer>('/api/backup'),
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? lookAgainMs.soon : lookAgainMs.later),
  })
  if (backups.error) return <ProblemNotice problem={backups.error} />
  if (!backups.data) return <Waiting />
  if (!backups.data.isAlone) return <OfOperator lastAt={backups.data.lastAt} />
  return (
    <>
      <BackupNow answer={backups.data} isUnderWay={isUnderWay(backups.data)} />
      <BackupPlan plan={backups.data.plan} />
      <KeptBackups backups={backups.data.backups} />
      <RestoreWords answer={backups.data} />
    </>
  )
}

function isUnderWay(answer: BackupAnswer | undefined): boolean {
  return answer?.run?.state === 'queued' || answer?.run?.state === 'running'
}

function OfOperator({ lastAt }: { lastAt: string | null }) {
  const t = useT()
  const reader = useReader()
  return (
    <Panel title={t('Backup')}>
      <p className="system-text">
        {t(
          'Other companies keep their data in this installation too. Backups hold the data of all, so only whoever runs the installation makes them and puts them back.',
        )}
      </p>
      <p className="system-text">
        {t('Last backup')}: {lastAt === null ? t('never') : momentText(lastAt, reader)}
      </p>
    </Panel>
  )
}
