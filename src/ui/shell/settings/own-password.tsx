/** Changes my password; every other place where I am signed in is signed out. */
import { api } from '#ui/base/api.ts'
import type { ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { fieldWords, problemWords } from '#ui/base/problem-words.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type FormEvent } from 'react'
import { SecretInput } from './secret-input.tsx'
import './settings.css'

const NOTHING = { current: '', next: '', again: '' }

export function OwnPassword() {
  const t = useT()
  const queries = useQueryClient()
  const { showDone } = useUndoMessage()
  const [typed, type] = useState(NOTHING)
  const change = useMutation<unknown, ApiProblem>({
    mutationFn: () =>
      api.post('/api/session/password', { current: typed.current, next: typed.next }),
    onSuccess: () => {
      type(NOTHING)
      showDone(t('The password is changed. Everywhere else you are signed out.'))
      void queries.invalidateQueries({ queryKey: ['sessions'] })
    },
  })
  const words = fieldWords(change.error ?? undefined)
  const isUnequal = typed.again !== '' && typed.again !== typed.next
  const isReady = typed.current !== '' && typed.next !== '' && typed.again === typed.next
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) change.mutate()
  }
  const isElsewhere = change.error && Object.keys(words).length === 0
  return (
    <Panel title={t('Password')}>
      <form className="settings-form" onSubmit={submit}>
        <SecretInput
          label={t('Present password')}
          autoComplete="current-password"
          value={typed.current}
          error={words['current'] ?? (isElsewhere ? problemWords(change.error, t) : undefined)}
          onChange={(current) => type({ ...typed, current })}
        />
        <SecretInput
          label={t('New password')}
          autoComplete="new-password"
          help={t('At least 10 characters. A few words in a row are good and easy to keep.')}
          value={typed.next}
          error={words['next']}
          onChange={(next) => type({ ...typed, next })}
        />
        <SecretInput
          label={t('New password once more')}
          autoComplete="new-password"
          value={typed.again}
          error={isUnequal ? t('This is not the same.') : undefined}
          onChange={(again) => type({ ...typed, again })}
        />
        <div className="settings-buttons">
          <Button type="primary" htmlType="submit" disabled={!isReady} loading={change.isPending}>
            {t('Change the password')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
