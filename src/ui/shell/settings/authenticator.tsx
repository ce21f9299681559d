/** The second factor: six figures from an app on the phone, beside the password. */
import { api } from '#ui/base/api.ts'
import type { ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { problemWords } from '#ui/base/problem-words.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type FormEvent } from 'react'
import { SecretInput } from './secret-input.tsx'
import './settings.css'

interface Offer {
  uri: string
  qrSvg: string
  secret: string
}

export function Authenticator() {
  const t = useT()
  const profile = useQuery({
    queryKey: ['own-profile'],
    queryFn: () => api.get<{ authenticator: boolean }>('/api/session'),
  })
  const isOn = profile.data?.authenticator
  return (
    <Panel title={t('Authenticator app')}>
      <p className="settings-form settings-text">
        {isOn
          ? t('On: signing in asks for six figures from your phone.')
          : t('With it, your password alone opens nothing. Any authenticator app will do.')}
      </p>
      {isOn === false && <TurnOn />}
      {isOn && <TurnOff />}
    </Panel>
  )
}

/** The profile is asked again when the factor was switched. */
function useSwitched(text: string) {
  const queries = useQueryClient()
  const { showDone } = useUndoMessage()
  return () => {
    void queries.invalidateQueries({ queryKey: ['own-profile'] })
    showDone(text)
  }
}

function TurnOn() {
  const t = useT()
  const [code, setCode] = useState('')
  const onSuccess = useSwitched(t('The authenticator app is on'))
  const offer = useMutation<Offer, ApiProblem>({
    mutationFn: () => api.post<Offer>('/api/session/totp'),
  })
  const confirm = useMutation<unknown, ApiProblem>({
    mutationFn: () => api.post('/api/session/totp/confirm', { code }),
    onSuccess,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate()
  }
  if (!offer.data) {
    return (
      <div className="settings-form">
        <div className="settings-buttons">
          <Button loading={offer.isPending} onClick={() => offer.mutate()}>
            {t('Set it up')}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <form className="settings-form" onSubmit={submit}>
      <p>{t('Scan this with the app, then type the six figures that it shows.')}</p>
      <img className="qr" alt={t('QR code for the app')} src={svgLink(offer.data.qrSvg)} />
      <p className="settings-text">{t('Without a camera, type this key into the app:')}</p>
      <p className="secret">{offer.data.secret}</p>
      <SecretInput
        label={t('Six figures')}
        autoComplete="one-time-code"
        value={code}
        error={confirm.error ? problemWords(confirm.error, t) : undefined}
        onChange={setCode}
      />
      <div className="settings-buttons">
        <Button
          type="primary"
          htmlType="submit"
          disabled={code.trim().length < 6}
          loading={confirm.isPending}
        >
          {t('Turn it on')}
        </Button>
      </div>
    </form>
  )
}

/** Shown as a picture, so that nothing in it can act. */
function svgLink(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

function TurnOff() {
  const t = useT()
  const [password, setPassword] = useState('')
  const onSuccess = useSwitched(t('The authenticator app is off'))
  const off = useMutation<unknown, ApiProblem>({
    mutationFn: () => api.delete('/api/session/totp', { password }),
    onSuccess,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    off.mutate()
  }
  return (
    <form className="settings-form" onSubmit={submit}>
      <SecretInput
        label={t('Password')}
        autoComplete="current-password"
        value={password}
        error={off.error ? problemWords(off.error, t) : undefined}
        onChange={setPassword}
      />
      <div className="settings-buttons">
        <Button danger htmlType="submit" disabled={password === ''} loading={off.isPending}>
          {t('Turn it off')}
        </Button>
      </div>
    </form>
  )
}
