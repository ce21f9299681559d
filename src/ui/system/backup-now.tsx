/** Makes a backup now and shows how far it is; says why the last one failed. */
import type { BackupAnswer } from '#kernel/backup/answer.ts'
import { api, type ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { momentText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { IconAlertTriangle, IconDatabaseExport } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ProgressBar } from '#ui/base/progress-bar.tsx'
import { Button } from 'antd'
import './system.css'

interface BackupNowProps {
  answer: BackupAnswer
  isUnderWay: boolean
}

export function BackupNow({ answer, isUnderWay }: BackupNowProps) {
  const t = useT()
  const reader = useReader()
  const queries = useQueryClient()
  const begin = useMutation<BackupAnswer, ApiProblem>({
    mutationFn: () => api.post<BackupAnswer>('/api/backup', {}),
    onSuccess: (begun) => queries.setQueryData(['backup'], begun),
  })
  const { run, lastAt } = answer
  return (
    <Panel
      title={t('Backup')}
      actions={
        <Button
          type="primary"
          icon={<IconDatabaseExport size={16} aria-hidden />}
          loading={begin.isPending}
          disabled={isUnderWay}
          onClick={() => begin.mutate()}
        >
          {t('Back up now')}
        </Button>
      }
    >
      <ProblemNotice problem={begin.error} />
      {run?.state === 'failed' && (
        <p className="system-text system-fault" role="alert">
          <IconAlertTriangle size={17} aria-hidden />
          <span>
            {t('The backup of {moment} failed.', { moment: momentText(run.startedAt, reader) })}{' '}
            {run.why}
          </span>
        </p>
      )}
      {run && isUnderWay ? (
        <UnderWay run={run} />
      ) : (
        <p className="system-text">
          {lastAt === null
            ? t('There is no whole backup yet.')
            : t('The last backup was made at {moment}.', {
                moment: momentText(lastAt, reader),
              })}{' '}
          {t('A backup holds the database, the files and the key. Everybody works on meanwhile.')}
        </p>
      )}
    </Panel>
  )
}

function UnderWay({ run }: { run: NonNullable<BackupAnswer['run']> }) {
  const t = useT()
  const words = run.state === 'queued' ? t('It begins in a moment …') : t('Backing up …')
  return (
    <div className="system-text" role="status">
      {words}
      <ProgressBar percent={run.share} label={words} isTold />
    </div>
  )
}
