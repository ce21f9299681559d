/** Work on very many records above a list: how far it is, how it ended, and the way back. */
import type { RunAnswer } from '#kernel/http/wire.ts'
import { useHouse, useT, type Translate } from '#ui/base/house.tsx'
import { ProgressBar } from '#ui/base/progress-bar.tsx'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconPlayerStop,
  IconX,
  type Icon,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Button, Popover } from 'antd'
import { deedText, endText, progressText } from './run-words.ts'
import { useCancelRun, useRuns } from './runs.ts'
import './run.css'

/** Of one entity; without one, all of a person's. */
export function RunStrip({ entity }: { entity?: string }) {
  const t = useT()
  const { runs, close } = useRuns(entity)
  if (runs.length === 0) return null
  return (
    <div className="runs" role="region" aria-label={t('Work on many records')}>
      {runs.map((run) =>
        run.status === 'running' ? (
          <GoingRun key={run.id} run={run} isNamed={!entity} />
        ) : (
          <EndedRun key={run.id} run={run} isNamed={!entity} onClose={() => close(run.id)} />
        ),
      )}
    </div>
  )
}

interface RunProps {
  run: RunAnswer
  /** Also which records they are, where that is not clear from the place. */
  isNamed: boolean
}

function RunName({ run, isNamed }: RunProps) {
  const t = useT()
  const meta = useHouse().entities[run.entity]
  const deed = deedText(run, meta, t)
  return (
    <span className="strong">
      {isNamed ? t('{label}: {text}', { label: meta?.label.many ?? '', text: deed }) : deed}
    </span>
  )
}

function GoingRun(props: RunProps) {
  const t = useT()
  const { run } = props
  const cancel = useCancelRun()
  const percent = run.total > 0 ? Math.floor((run.done * 100) / run.total) : 0
  const words = progressText(run, t)
  return (
    <div className="run">
      <RunName {...props} />
      <ProgressBar className="run-bar" percent={percent} label={words} />
      <span className="run-figures">{words}</span>
      {run.refused > 0 && <Reasons run={run} />}
      <Button
        size="small"
        loading={cancel.isPending}
        disabled={cancel.isSuccess}
        onClick={() => cancel.mutate(run.id)}
      >
        {cancel.isSuccess ? t('Stopping…') : t('Cancel')}
      </Button>
    </div>
  )
}

const signs: Record<string, [Icon, string]> = {
  done: [IconCircleCheck, 'tone-text-green'],
  cancelled: [IconPlayerStop, 'tone-text-grey'],
  failed: [IconAlertTriangle, 'tone-text-red'],
}

function EndedRun(props: RunProps & { onClose: () => void }) {
  const t = useT()
  const { undo } = useUndoMessage()
  const { run, onClose } = props
  const { operation } = run
  const [Sign, tone] = signs[run.status] ?? [IconCircleCheck, '']
  const takeBack = (id: string) => {
    onClose()
    void undo(id)
  }
  return (
    <div className="run" role="status">
      <Sign className={tone} size={16} stroke={1.7} aria-hidden />
      <RunName {...props} />
      <span className="run-figures">{endedText(run, t)}</span>
      {run.refused > 0 && <Reasons run={run} />}
      <span className="grow" />
      {run.kind === 'scan' && <PairsLink run={run} />}
      {operation && (
        <Button size="small" onClick={() => takeBack(operation)}>
          {t('Undo')}
        </Button>
      )}
      <Button
        type="text"
        size="small"
        aria-label={t('Close')}
        icon={<IconX size={15} stroke={1.6} aria-hidden />}
        onClick={onClose}
      />
    </div>
  )
}

function endedText(run: RunAnswer, t: Translate): string {
  const text = endText(run, t)
  if (run.status === 'cancelled') return t('{label}: {text}', { label: t('Cancelled'), text })
  return run.fault === null ? text : `${run.fault} ${text}`
}

function PairsLink({ run }: { run: RunAnswer }) {
  const t = useT()
  return (
    <Link
      to="/list/$entity"
      params={{ entity: 'duplicate-pair' }}
      search={{ tab: 'Undecided', where: { entity: run.entity } }}
    >
      {t('Show them')}
    </Link>
  )
}

const mostNamed = 8

/** Why some were skipped: each reason with its number, and the first of them by name. */
function Reasons({ run }: { run: RunAnswer }) {
  const t = useT()
  const content = (
    <div className="run-reasons">
      <ul>
        {run.reasons.map(({ message, count }) => (
          <li key={message}>
            {message} <span className="faint">({count.toLocaleString('en')})</span>
          </li>
        ))}
      </ul>
      <ul className="run-named">
        {run.named
          .filter(({ title }) => title !== '')
          .slice(0, mostNamed)
          .map(({ id, title, message }) => (
            <li key={id}>
              <span className="strong">{title}</span> {message}
            </li>
          ))}
      </ul>
    </div>
  )
  return (
    <Popover content={content} trigger="click" placement="bottom">
      <Button type="link" size="small">
        {t('Why {count, number} are skipped', { count: run.refused })}
      </Button>
    </Popover>
  )
}
