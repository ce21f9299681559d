/** The agent's desk: whom to call next, who it is, what to say, and what came of it. */
import type { WireRow } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { useKeySheet } from '#ui/base/keys.tsx'
import { Page } from '#ui/base/page.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { Select } from 'antd'
import { useState } from 'react'
import { CallingDesk } from './calling-desk.web.tsx'
import { NobodyToCall } from './nobody-to-call.web.tsx'
import { QueuePanel } from './queue-panel.web.tsx'
import { useQueue } from './use-queue.web.tsx'
import './calling.css'

export function Calling() {
  const t = useT()
  const [list, chooseList] = useState<string | null>(null)
  const [picked, pick] = useState<string | null>(null)
  const queue = useQueue(list)
  useCallingKeys()
  if (!queue.isReady) return <Waiting />
  const entry = queue.entries.find(({ id }) => id === picked) ?? queue.entries[0]
  const own = entry && queue.lists.find(({ id }) => id === entry['list'])
  return (
    <Page
      title={t('Calling')}
      beside={t('{due} callbacks due · {waiting} to be called · {later} later', { ...queue })}
      actions={<ListChoice lists={queue.lists} list={list} onChoose={chooseList} />}
    >
      {entry ? (
        <div className="calling">
          <CallingDesk
            key={`${entry.id} ${entry.version}`}
            entry={entry}
            list={own}
            onNext={() => pick(null)}
          />
          <QueuePanel queue={queue} current={entry.id} onPick={pick} />
        </div>
      ) : (
        <NobodyToCall queue={queue} />
      )}
    </Page>
  )
}

interface ListChoiceProps {
  lists: readonly WireRow[]
  list: string | null
  onChoose: (list: string | null) => void
}

function ListChoice({ lists, list, onChoose }: ListChoiceProps) {
  const t = useT()
  if (lists.length < 2) return null
  const all = { value: '', label: t('All lists') }
  const each = lists.map(({ id, name }) => ({ value: id, label: String(name) }))
  return (
    <Select
      className="calling-choice"
      aria-label={t('Call list')}
      value={list ?? ''}
      options={[all, ...each]}
      onChange={(value) => onChoose(value || null)}
    />
  )
}

function useCallingKeys(): void {
  const t = useT()
  useKeySheet(t('Calling'), [
    { keys: ['1', '…', '9'], what: t('Choose a call result') },
    { keys: ['T'], what: t('Start or stop the talk time') },
    { keys: ['←', '→'], what: t('Step through the script') },
    { keys: ['Ctrl ↵'], what: t('Save and call the next') },
  ])
}
