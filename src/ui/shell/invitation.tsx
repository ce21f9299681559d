/** An invited person chooses a password, and is in. */
import { api, ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { fieldWords, problemWords } from '#ui/base/problem-words.ts'
import { Waiting } from '#ui/base/waiting.tsx'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { EntranceField } from './entrance-field.tsx'
import { EntranceLanguage, EntranceSheet } from './entrance.tsx'

interface Invited {
  name: string
  email: string
}

function useAccept(token: string) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [problem, setProblem] = useState<ApiProblem>()
  const [isBusy, setBusy] = useState(false)
  const accept = async (password: string) => {
    setBusy(true)
    try {
      await api.post(`/api/invitation/${token}`, { password })
      queries.clear()
      await navigate({ to: '/' })
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure
      setProblem(failure)
    } finally {
      setBusy(false)
    }
  }
  return { accept, problem, isBusy }
}

function PasswordForm({ token, invited }: { token: string; invited: Invited }) {
  const t = useT()
  const [password, setPassword] = useState('')
  const { accept, problem, isBusy } = useAccept(token)
  const send = (event: FormEvent) => {
    event.preventDefault()
    void accept(password)
  }
  return (
    <form className="entrance-form" onSubmit={send} noValidate>
      <EntranceField label={t('E-mail')}>
        <Input readOnly autoComplete="username" value={invited.email} />
      </EntranceField>
      <EntranceField
        label={t('Choose a password')}
        hint={t('At least 10 characters; a sentence is easy to remember.')}
        error={problem && (fieldWords(problem)['password'] ?? problemWords(problem, t))}
      >
        <Input.Password
          autoFocus
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </EntranceField>
      <Button type="primary" htmlType="submit" loading={isBusy}>
        {t('Sign in')}
      </Button>
    </form>
  )
}

function InvitationSheet({ token }: { token: string }) {
  const t = useT()
  const invited = useQuery<Invited, ApiProblem>({
    queryKey: ['invitation', token],
    queryFn: () => api.get<Invited>(`/api/invitation/${token}`),
  })
  if (invited.error) {
    const text = t('It was used already, or it has expired. Ask your administrator for a new one.')
    return (
      <EntranceSheet title={t('This invitation is no longer good')} text={text}>
        {null}
      </EntranceSheet>
    )
  }
  if (!invited.data) return <Waiting />
  return (
    <EntranceSheet title={t('Welcome, {name}', { name: invited.data.name })}>
      <PasswordForm token={token} invited={invited.data} />
    </EntranceSheet>
  )
}

export function Invitation(props: { token: string }) {
  return (
    <EntranceLanguage>
      <InvitationSheet token={props.token} />
    </EntranceLanguage>
  )
}
