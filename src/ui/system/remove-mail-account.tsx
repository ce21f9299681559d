/** Gives the company's own mail account up; says by which way mails leave then. */
import type { MailAccountAnswer } from '#kernel/mail/account/answer.ts'
import { api, type ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'

export function RemoveMailAccount({ commonSender }: { commonSender: string | null }) {
  const t = useT()
  const queries = useQueryClient()
  const { showProblem } = useUndoMessage()
  const remove = useMutation<MailAccountAnswer, ApiProblem>({
    mutationFn: () => api.delete<MailAccountAnswer>('/api/mail-account'),
    onSuccess: (answer) => {
      queries.setQueryData(['mail-account'], answer)
      return queries.invalidateQueries({ queryKey: ['health'] })
    },
    onError: showProblem,
  })
  return (
    <Popconfirm
      title={t('Remove the mail account')}
      description={
        commonSender === null
          ? t('Mails then wait until there is a mail server again.')
          : t('Mails then leave as {sender}.', { sender: commonSender })
      }
      okText={t('Remove')}
      cancelText={t('Cancel')}
      onConfirm={() => remove.mutate()}
    >
      <Button danger loading={remove.isPending}>
        {commonSender === null
          ? t('Remove the mail account')
          : t('Use the mail server of the installation again')}
      </Button>
    </Popconfirm>
  )
}
