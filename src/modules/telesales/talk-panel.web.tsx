/** What came of the call: result by a key, summary, callback; saved, and on to the next. */
import type { FieldMeta, WireRow } from '#kernel/http/wire.ts'
import { useEntity, useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { useList } from '#ui/base/queries.ts'
import { useBareKey } from '#ui/base/use-bare-key.ts'
import { FieldInput } from '#ui/field/input.tsx'
import { IconDeviceFloppy, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { Button } from 'antd'
import { useId, type KeyboardEvent } from 'react'
import { clockText, type Talk } from './use-talk.web.tsx'

interface TalkPanelProps {
  talk: Talk
  list: WireRow | undefined
  customer: string | null
}

export function TalkPanel({ talk, list, customer }: TalkPanelProps) {
  const t = useT()
  const results = useResults(list)
  const { values } = talk
  const chosen = results.find(({ id }) => id === values['result'])
  const canSave = chosen !== undefined && !talk.isSaving
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !canSave) return
    event.preventDefault()
    talk.save()
  }
  return (
    <Panel title={t('What came of it')} actions={<Clock talk={talk} />}>
      <div className="calling-body" onKeyDown={onKeyDown}>
        <Results results={results} talk={talk} />
        {chosen?.['wantsCallback'] === true && <Asked name="callbackAt" talk={talk} />}
        <Asked name="summary" talk={talk} />
        {customer && <Asked name="contact" talk={talk} row={{ customer }} />}
        {talk.problem && !talk.problem.fields?.length && (
          <p className="field-error" role="alert">
            {talk.problem.detail}
          </p>
        )}
        <Button
          type="primary"
          block
          disabled={!canSave}
          loading={talk.isSaving}
          icon={<IconDeviceFloppy size={17} stroke={1.6} aria-hidden />}
          onClick={talk.save}
        >
          {t('Save and call the next')}
        </Button>
      </div>
    </Panel>
  )
}

function Clock({ talk: { seconds, isRunning, toggle } }: { talk: Talk }) {
  const t = useT()
  useBareKey('t', true, toggle)
  const Sign = isRunning ? IconPlayerPause : IconPlayerPlay
  return (
    <Button
      size="small"
      aria-label={isRunning ? t('Stop the talk time') : t('Start the talk time')}
      icon={<Sign size={15} aria-hidden />}
      onClick={toggle}
    >
      <span className="calling-clock">{clockText(seconds)}</span>
    </Button>
  )
}

/** Those of the list, else all; the first nine answer to their number. */
function useResults(list: WireRow | undefined): WireRow[] {
  const { data } = useList('call-result', {
    where: { active: true },
    sort: 'order',
    columns: ['name', 'order', 'wantsCallback', 'closes', 'reached'],
  })
  const offered = (list?.['results'] ?? []) as string[]
  const all = data?.rows ?? []
  return offered.length === 0 ? all : all.filter(({ id }) => offered.includes(id))
}

function Results({ results, talk }: { results: readonly WireRow[]; talk: Talk }) {
  const t = useT()
  return (
    <div className="calling-results" role="group" aria-label={t('Call result')}>
      {results.map((result, index) => (
        <Result key={result.id} result={result} at={index + 1} talk={talk} />
      ))}
    </div>
  )
}

function Result({ result, at, talk }: { result: WireRow; at: number; talk: Talk }) {
  const isOn = talk.values['result'] === result.id
  const choose = () => talk.change({ result: result.id })
  useBareKey(String(at), at <= 9, choose)
  return (
    <button
      type="button"
      className={isOn ? 'plain calling-result calling-result-on' : 'plain calling-result'}
      aria-pressed={isOn}
      onClick={choose}
    >
      {at <= 9 && <kbd aria-hidden>{at}</kbd>}
      {String(result['name'])}
    </button>
  )
}

interface AskedProps {
  name: string
  talk: Talk
  row?: Readonly<Record<string, unknown>>
}

/** A field of the action, with what the server said of it. */
function Asked({ name, talk, row = {} }: AskedProps) {
  const id = useId()
  const field = useAskedField(name)
  if (!field) return null
  const error = talk.problem?.fields?.find((one) => one.field === name)?.message
  return (
    <div className="calling-field">
      <label htmlFor={id}>{field.label}</label>
      <FieldInput
        id={id}
        field={field}
        value={talk.values[name] ?? null}
        row={{ ...row, ...talk.values }}
        error={error}
        onChange={(value) => talk.change({ [name]: value })}
      />
      {error && <p className="field-error">{error}</p>}
    </div>
  )
}

function useAskedField(name: string): FieldMeta | undefined {
  const action = useEntity('call-entry').actions.find((one) => one.name === 'record-call')
  const field = action?.input.find((one) => one.name === name)
  return field && name === 'contact' ? { ...field, within: 'customer' } : field
}
