/** What is asked for at sign-in, step by step: e-mail and password, the code, which company. */
import { useT } from '#ui/base/house.tsx'
import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { EntranceField } from './entrance-field.tsx'
import { useSignIn, type Credentials } from './use-sign-in.ts'

interface StepProps {
  given: Credentials
  onChange: (changes: Partial<Credentials>) => void
}

function PasswordStep({ given, onChange }: StepProps) {
  const t = useT()
  return (
    <>
      <EntranceField label={t('E-mail')}>
        <Input
          autoFocus
          type="email"
          autoComplete="username"
          value={given.email}
          onChange={(event) => onChange({ email: event.target.value })}
        />
      </EntranceField>
      <EntranceField label={t('Password')}>
        <Input.Password
          autoComplete="current-password"
          value={given.password}
          onChange={(event) => onChange({ password: event.target.value })}
        />
      </EntranceField>
    </>
  )
}

function CodeStep({ given, onChange }: StepProps) {
  const t = useT()
  return (
    <EntranceField
      label={t('Sign-in code')}
      hint={t('Six figures from your authenticator app, or a recovery code.')}
    >
      <Input
        key="code"
        autoFocus
        autoComplete="one-time-code"
        inputMode="numeric"
        value={given.code ?? ''}
        onChange={(event) => onChange({ code: event.target.value })}
      />
    </EntranceField>
  )
}

export function SignInForm() {
  const t = useT()
  const [given, setGiven] = useState<Credentials>({ email: '', password: '' })
  const { needs, companies, isBusy, error, submit } = useSignIn()
  const change = (changes: Partial<Credentials>) => setGiven((was) => ({ ...was, ...changes }))
  const send = (event: FormEvent) => {
    event.preventDefault()
    void submit(given)
  }
  return (
    <form className="entrance-form" onSubmit={send} noValidate>
      {needs === 'password' && <PasswordStep given={given} onChange={change} />}
      {needs === 'code' && <CodeStep given={given} onChange={change} />}
      {needs === 'company' &&
        companies.map(({ tenant, name }) => (
          <Button key={tenant} onClick={() => void submit({ ...given, company: tenant })}>
            {name}
          </Button>
        ))}
      {error && (
        <div className="entrance-error" role="alert">
          {error}
        </div>
      )}
      {needs !== 'company' && (
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {needs === 'code' ? t('Continue') : t('Sign in')}
        </Button>
      )}
    </form>
  )
}
