/** Signing in: e-mail and password, then the six figures of the authenticator where one is set. */
import { api, ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useRouter, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { EntranceField } from './entrance-field.tsx'
import { EntranceLanguage, EntranceSheet } from './entrance.tsx'
import { problemWords } from '#ui/base/problem-words.ts'

/** Only an address inside the app is a way back. */
export function wayBack(back: string | undefined): string {
  return back?.startsWith('/') && !/^\/[/\\]/.test(back) ? back : '/'
}

interface Answer {
  ok?: boolean
  needsCode?: boolean
}

function useSignIn() {
  const router = useRouter()
  const queries = useQueryClient()
  const { back } = useSearch({ from: '/sign-in' })
  return async (credentials: Record<string, string>): Promise<Answer> => {
    const answer = await api.post<Answer>('/api/session', credentials)
    if (answer.needsCode) return answer
    queries.removeQueries({ queryKey: ['meta'] })
    router.history.push(wayBack(back))
    return answer
  }
}

function useSignInForm() {
  const t = useT()
  const signIn = useSignIn()
  const [needsCode, setNeedsCode] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const submit = async (credentials: Record<string, string>) => {
    setBusy(true)
    setError(undefined)
    try {
      const answer = await signIn(credentials)
      setNeedsCode(answer.needsCode === true)
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure
      setError(problemWords(failure, t))
    } finally {
      setBusy(false)
    }
  }
  return { needsCode, isBusy, error, submit }
}

function SignInForm() {
  const t = useT()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const { needsCode, isBusy, error, submit } = useSignInForm()
  const send = (event: FormEvent) => {
    event.preventDefault()
    void submit({ email: email.trim(), password, ...(code && { code: code.trim() }) })
  }
  return (
    <form className="entrance-form" onSubmit={send} noValidate>
      {needsCode ? (
        <EntranceField
          label={t('Sign-in code')}
          hint={t('Six figures from your authenticator app, or a recovery code.')}
        >
          <Input
            key="code"
            autoFocus
            autoComplete="one-time-code"
            inputMode="numeric"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </EntranceField>
      ) : (
        <>
          <EntranceField label={t('E-mail')}>
            <Input
              autoFocus
              type="email"
              autoComplete="username"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          </EntranceField>
          <EntranceField label={t('Password')}>
            <Input.Password
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </EntranceField>
        </>
      )}
      {error && (
        <div className="entrance-error" role="alert">
          {error}
        </div>
      )}
      <Button type="primary" htmlType="submit" loading={isBusy}>
        {needsCode ? t('Continue') : t('Sign in')}
      </Button>
    </form>
  )
}

function SignInSheet() {
  const t = useT()
  const setup = useQuery({
    queryKey: ['setup'],
    queryFn: () => api.get<{ needed: boolean }>('/api/setup'),
  })
  if (setup.data?.needed) return <Navigate to="/setup" replace />
  return (
    <EntranceSheet title={t('Sign in')} text={t('From the first call to money in the bank.')}>
      <SignInForm />
    </EntranceSheet>
  )
}

export function SignIn() {
  return (
    <EntranceLanguage>
      <SignInSheet />
    </EntranceLanguage>
  )
}
