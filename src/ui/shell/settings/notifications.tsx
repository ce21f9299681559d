/** Of what I am told, and whether by mail too. */
import type { Cause } from '#kernel/notify/notice.ts'
import type { MailTime } from '#kernel/notify/choices.ts'
import { api, type ApiProblem } from '#ui/base/api.ts'
import { Choices } from '#ui/base/choices.tsx'
import { useHouse, useT } from '#ui/base/house.tsx'
import type { Translate } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Checkbox } from 'antd'

interface NoticeChoices {
  causes: Cause[]
  off: Cause[]
  mail: MailTime
}

const key = ['session', 'notices']
const address = '/api/session/notices'

function wordsOf(t: Translate): Record<Cause, string> {
  return {
    mentioned: t('Somebody mentions me in a comment'),
    commented: t('Somebody comments on a record that I own or follow'),
    'state-changed': t('Somebody changes the state of a record that I own or follow'),
    reminded: t('A task of mine is due soon'),
    given: t('A record is given to me'),
    'import-ended': t('An import or a large change of mine has ended'),
  }
}

export function Notifications() {
  const choices = useQuery<NoticeChoices, ApiProblem>({
    queryKey: key,
    queryFn: () => api.get(address),
  })
  if (choices.error) throw choices.error
  if (!choices.data) return <Waiting />
  return <NotificationChoices choices={choices.data} />
}

function useChoose() {
  const queries = useQueryClient()
  const { showProblem } = useUndoMessage()
  return useMutation<NoticeChoices, ApiProblem, Partial<NoticeChoices>>({
    mutationFn: (changes) => api.patch(address, changes),
    onMutate: (changes) =>
      queries.setQueryData<NoticeChoices>(key, (was) => was && { ...was, ...changes }),
    onSuccess: (kept) => queries.setQueryData(key, kept),
    onError: (problem) => {
      showProblem(problem)
      void queries.invalidateQueries({ queryKey: key })
    },
  })
}

function NotificationChoices({ choices }: { choices: NoticeChoices }) {
  const t = useT()
  const { email } = useHouse().user
  const choose = useChoose()
  const words = wordsOf(t)
  const times: Record<MailTime, string> = {
    'at-once': t('At once'),
    daily: t('Once a day'),
    never: t('Never'),
  }
  const toggle = (cause: Cause, isOn: boolean) => {
    const others = choices.off.filter((one) => one !== cause)
    choose.mutate({ off: isOn ? others : [...others, cause] })
  }
  return (
    <>
      <Panel title={t('Tell me when')}>
        <div className="settings-form">
          {choices.causes.map((cause) => (
            <Checkbox
              key={cause}
              checked={!choices.off.includes(cause)}
              onChange={(event) => toggle(cause, event.target.checked)}
            >
              {words[cause]}
            </Checkbox>
          ))}
        </div>
      </Panel>
      <Panel title={t('By mail')}>
        <div className="settings-form">
          <p className="settings-text">
            {t('To {email}. What you have read by then is left out.', { email })}
          </p>
          <Choices<MailTime>
            label={t('By mail')}
            labelIsUnseen
            options={times}
            value={choices.mail}
            onChange={(mail) => choose.mutate({ mail })}
          />
          {choices.mail === 'daily' && (
            <p className="settings-text">{t('At eight in the morning, if there is anything.')}</p>
          )}
        </div>
      </Panel>
    </>
  )
}
