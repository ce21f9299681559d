/** Whether a backup is made every day, at which hour, and how many of these are kept. */
import type { BackupAnswer } from '#kernel/backup/answer.ts'
import { api, type ApiProblem } from '#ui/base/api.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, InputNumber, Select, Switch } from 'antd'
import { useId, useState } from 'react'
import './system.css'

type Plan = BackupAnswer['plan']

/** When hardly anybody works. */
const usualHour = 1
const mostKept = 90

export function BackupPlan({ plan }: { plan: Plan }) {
  const t = useT()
  const queries = useQueryClient()
  const { showDone } = useUndoMessage()
  const [wish, setWish] = useState<Plan>(plan)
  const save = useMutation<BackupAnswer, ApiProblem>({
    mutationFn: () => api.patch<BackupAnswer>('/api/backup', wish),
    onSuccess: (answer) => {
      queries.setQueryData(['backup'], answer)
      showDone(t('Saved'))
    },
  })
  const isUnchanged = wish.hour === plan.hour && wish.kept === plan.kept
  return (
    <Panel
      title={t('Daily backup')}
      actions={
        <Button
          type="primary"
          disabled={isUnchanged}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('Save')}
        </Button>
      }
    >
      <ProblemNotice problem={save.error} />
      <PlanFields wish={wish} onChange={setWish} />
      <p className="system-text quiet">
        {t(
          'Older ones of the daily backups are removed. Those made by hand stay until somebody removes their folder.',
        )}
      </p>
    </Panel>
  )
}

function PlanFields({ wish, onChange }: { wish: Plan; onChange: (wish: Plan) => void }) {
  const t = useT()
  const { timeZone } = useHouse().company
  const id = useId()
  const { hour, kept } = wish
  return (
    <div className="backup-plan">
      <label className="row">
        <Switch
          checked={hour !== null}
          aria-label={t('A backup every day')}
          onChange={(isOn) => onChange({ ...wish, hour: isOn ? usualHour : null })}
        />
        {t('A backup every day')}
      </label>
      {hour !== null && (
        <>
          <div className="field">
            <label className="field-label" htmlFor={`${id}-hour`}>
              {t('After this hour')} ({timeZone.replaceAll('_', ' ')})
            </label>
            <Select
              id={`${id}-hour`}
              value={hour}
              options={hours}
              onChange={(chosen) => onChange({ ...wish, hour: chosen })}
            />
          </div>
          <div className="field">
            <label className="field-label" htmlFor={`${id}-kept`}>
              {t('How many are kept')}
            </label>
            <InputNumber
              id={`${id}-kept`}
              min={1}
              max={mostKept}
              precision={0}
              value={kept}
              onChange={(count) => onChange({ ...wish, kept: count ?? kept })}
            />
          </div>
        </>
      )}
    </div>
  )
}

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: hour,
  label: `${String(hour).padStart(2, '0')}:00`,
}))
