/** The form of the mail account: saved, tried, or given up. */
import type { AccountTried, MailAccountAnswer } from '#kernel/mail/account/answer.ts'
import { useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { FormField } from '#ui/form/form-field.tsx'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { SaveKeys } from '#ui/form/save-keys.tsx'
import type { Form } from '#ui/form/use-form.ts'
import { SecretInput } from '#ui/shell/settings/secret-input.tsx'
import { IconCircleCheck, IconSend } from '@tabler/icons-react'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { RemoveMailAccount } from './remove-mail-account.tsx'
import { useMailAccount } from './use-mail-account.ts'
import './system.css'

interface MailAccountFormProps {
  answer: MailAccountAnswer
  children: ReactNode
}

export function MailAccountForm({ answer, children }: MailAccountFormProps) {
  const t = useT()
  const { account, commonSender } = answer
  const { form, saving, save, trying, tryIt, tried } = useMailAccount(account)
  return (
    <Panel
      title={t('Mail account')}
      actions={
        <Button type="primary" loading={saving.isSaving} onClick={save}>
          {t('Save')}
        </Button>
      }
    >
      <SaveKeys onSave={save}>
        {children}
        <ProblemNotice problem={saving.problem ?? trying.problem} />
        <div className="form-fields account-fields">
          {form.fields.map((field) =>
            field.name === 'password' ? (
              <Password key="password" form={form} isKept={account?.hasPassword === true} />
            ) : (
              <FormField key={field.name} form={form} field={field} />
            ),
          )}
        </div>
      </SaveKeys>
      <div className="account-buttons">
        <Button
          icon={<IconSend size={16} aria-hidden />}
          loading={trying.isSaving}
          onClick={() => void tryIt()}
        >
          {t('Send a test mail to me')}
        </Button>
        {account && <RemoveMailAccount commonSender={commonSender} />}
      </div>
      {tried && <Tried tried={tried} />}
    </Panel>
  )
}

function Tried({ tried }: { tried: AccountTried }) {
  const t = useT()
  return (
    <p className="system-text account-tried" role="status">
      <IconCircleCheck size={17} aria-hidden />
      {t('The test mail is on its way to {to}. The server said: {said}', { ...tried })}
    </p>
  )
}

interface PasswordProps {
  form: Form
  isKept: boolean
}

function Password({ form, isKept }: PasswordProps) {
  const t = useT()
  const { password } = form.values
  return (
    <SecretInput
      label={t('Password')}
      autoComplete="new-password"
      value={typeof password === 'string' ? password : ''}
      help={
        isKept
          ? t('Kept sealed and never shown again. Leave it empty to keep it.')
          : t('Kept sealed and never shown again.')
      }
      error={form.messages['password']}
      onChange={(typed) => form.change('password', typed)}
    />
  )
}
