/** The company's own mail account: by which server its mails leave, tried by a mail to oneself. */
import type { MailAccountAnswer } from '#kernel/mail/account/answer.ts'
import { api, type ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { useQuery } from '@tanstack/react-query'
import { MailAccountForm } from './mail-account-form.tsx'
import './system.css'

export function MailAccount() {
  const answer = useQuery<MailAccountAnswer, ApiProblem>({
    queryKey: ['mail-account'],
    queryFn: () => api.get<MailAccountAnswer>('/api/mail-account'),
  })
  if (answer.error) return <ProblemNotice problem={answer.error} />
  if (!answer.data) return <Waiting />
  // Whether there is an account or none, the form begins with what is kept.
  const kept = JSON.stringify(answer.data.account)
  return (
    <MailAccountForm key={kept} answer={answer.data}>
      <WayOut answer={answer.data} />
    </MailAccountForm>
  )
}

/** By which way mails leave now. */
function WayOut({ answer: { account, commonSender } }: { answer: MailAccountAnswer }) {
  const t = useT()
  return (
    <p className="system-text quiet">
      {account
        ? t('Mails of the company leave by this server.')
        : commonSender === null
          ? t(
              'No mail server is set: invitations, notifications and reports wait until there is one.',
            )
          : t('Mails leave by the mail server of the installation, as {sender}.', {
              sender: commonSender,
            })}
    </p>
  )
}
