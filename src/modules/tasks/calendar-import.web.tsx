/** Brings the appointments of a calendar file in as my tasks. */
import { Panel, useAction, useT } from '#ui/screen.tsx'
import { IconUpload } from '@tabler/icons-react'
import { Button } from 'antd'
import { useRef, useState, type ChangeEvent } from 'react'
import './calendar-link.css'

export function CalendarImport() {
  const t = useT()
  const { run, isRunning, problem } = useAction('task', 'import-calendar')
  const chooser = useRef<HTMLInputElement>(null)
  const [done, tell] = useState<{ found: number; made: number } | null>(null)
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (!file) return
    tell(null)
    const calendar = await file.text()
    target.value = ''
    const { result } = await run({ body: { input: { calendar } } })
    tell(result as { found: number; made: number })
  }
  return (
    <Panel title={t('Import a calendar')}>
      <div className="calendar-link">
        <p>
          {t(
            'Appointments from today on become your tasks. A file can be brought again: nothing comes twice.',
          )}
        </p>
        <div>
          <Button
            icon={<IconUpload size={16} aria-hidden />}
            loading={isRunning}
            onClick={() => chooser.current?.click()}
          >
            {t('Choose a file')}
          </Button>
        </div>
        <input
          ref={chooser}
          hidden
          type="file"
          accept=".ics,text/calendar"
          aria-label={t('Calendar file (.ics)')}
          onChange={(event) => {
            take(event).catch(() => undefined)
          }}
        />
        {problem && <p className="field-error">{problem.fields?.[0]?.message ?? problem.detail}</p>}
        {done && (
          <p role="status">{t('{found} appointments read, {made} new tasks.', { ...done })}</p>
        )}
      </div>
    </Panel>
  )
}
