/** Third and fourth step: what a trial run would do, progress, what was done, and the way back. */
import type { EntityMeta } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import type { Translate } from '#ui/base/house.tsx'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { IconDownload } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { ProgressBar } from '#ui/base/progress-bar.tsx'
import { Button } from 'antd'
import { useState } from 'react'
import type { ImportState } from './import-types.ts'
import { rowsToCome } from './likely-choice.ts'
import { LikelyRows } from './likely-rows.tsx'
import { ProblemRows } from './problem-rows.tsx'
import type { useImport } from './use-import.ts'

interface ResultStepProps {
  entity: EntityMeta
  importing: ReturnType<typeof useImport>
}

export function ResultStep({ entity, importing }: ResultStepProps) {
  const t = useT()
  const { state, look, job, isOver } = importing
  if (!state || !look) return <Running state={undefined} onCancel={importing.cancel} />
  if (!isOver) return <Running state={state} onCancel={importing.cancel} />
  const isTrial = job === 'check'
  return (
    <section className="panel import-result">
      <h2>{headingOf(state, isTrial, t)}</h2>
      {state.reason !== undefined && <p className="import-obstacle">{state.reason}</p>}
      <Figures state={state} isTrial={isTrial} />
      {state.unreadable > 0 && (
        <p className="import-obstacle">
          {t('{count} characters could not be read. Is the encoding right?', {
            count: state.unreadable,
          })}
        </p>
      )}
      {isTrial && (
        <LikelyRows
          {...{ entity, state }}
          choice={importing.choice}
          onChange={importing.setChoice}
        />
      )}
      <ProblemRows state={state} fields={look.fields} />
      <footer className="import-foot">
        {state.rejected > 0 && (
          <Button
            icon={<IconDownload size={16} aria-hidden />}
            href={`/api/import/${look.id}/errors.csv`}
            download
          >
            {t('Rejected rows as a file')}
          </Button>
        )}
        <span className="grow" />
        {isTrial ? (
          <TrialButtons importing={importing} />
        ) : (
          <DoneButtons entity={entity} importing={importing} state={state} />
        )}
      </footer>
    </section>
  )
}

function headingOf({ status, done }: ImportState, isTrial: boolean, t: Translate): string {
  if (status === 'failed' && isTrial) return t('The trial run failed')
  if (status === 'failed') return t('The import stopped after {done} rows', { done })
  if (status === 'cancelled') return t('Cancelled')
  return isTrial ? t('This is what would happen') : t('Done')
}

function Running(props: { state: ImportState | undefined; onCancel: () => void }) {
  const t = useT()
  const { total = 0, done = 0 } = props.state ?? {}
  const percent = total > 0 ? Math.floor((done * 100) / total) : 0
  const words = total > 0 ? t('{done} of {total} rows', { done, total }) : t('Reading the rows…')
  return (
    <section className="panel import-running" role="status" aria-live="polite">
      <p className="strong">{words}</p>
      <ProgressBar percent={percent} label={words} isTold />
      <Button onClick={props.onCancel}>{t('Cancel')}</Button>
    </section>
  )
}

function Figures({ state, isTrial }: { state: ImportState; isTrial: boolean }) {
  const t = useT()
  const figures: [string, number, string][] = [
    [isTrial ? t('would be added') : t('added'), state.created, 'green'],
    [isTrial ? t('would be updated') : t('updated'), state.updated, 'blue'],
    [t('unchanged'), state.unchanged, 'grey'],
    [t('rejected'), state.rejected, 'red'],
  ]
  return (
    <dl className="import-figures">
      {figures.map(([label, value, tone]) => (
        <div
          key={label}
          className={value > 0 ? `import-figure tone-text-${tone}` : 'import-figure'}
        >
          <dt>{label}</dt>
          <dd>{value.toLocaleString('en')}</dd>
        </div>
      ))}
    </dl>
  )
}

function TrialButtons({ importing }: { importing: ReturnType<typeof useImport> }) {
  const t = useT()
  const { state, start, reconsider, run, choice } = importing
  const count = state ? rowsToCome(state, choice) : 0
  const isWhole = state?.status === 'checked'
  return (
    <>
      <Button onClick={reconsider}>{t('Back to the columns')}</Button>
      {isWhole && (
        <Button type="primary" disabled={count === 0} loading={start.isPending} onClick={run}>
          {t('Import {count, plural, one {# row} other {# rows}}', { count })}
        </Button>
      )}
    </>
  )
}

function DoneButtons(props: ResultStepProps & { state: ImportState }) {
  const t = useT()
  const { undo } = useUndoMessage()
  const { operation, status, created, updated } = props.state
  const { start, run, restart } = props.importing
  const [isTakenBack, setTakenBack] = useState(false)
  const isOpen = operation !== undefined && !isTakenBack
  const takeBack = (id: string) => {
    setTakenBack(true)
    void undo(id)
  }
  const navigate = useNavigate()
  const toList = () => navigate({ to: '/list/$entity', params: { entity: props.entity.name } })
  return (
    <>
      {isOpen && created + updated > 0 && (
        <Button danger onClick={() => takeBack(operation)}>
          {t('Take everything back')}
        </Button>
      )}
      {isOpen && status !== 'done' && (
        <Button loading={start.isPending} onClick={run}>
          {t('Go on with the other rows')}
        </Button>
      )}
      <Button onClick={restart}>{t('Another file')}</Button>
      <Button type="primary" onClick={toList}>
        {t('To the list')}
      </Button>
    </>
  )
}
