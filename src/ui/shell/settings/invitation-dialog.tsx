/** Invites a person: the link goes out by mail and can be handed over in any other way. */
import { api } from '#ui/base/api.ts'
import type { ApiProblem } from '#ui/base/api.ts'
import { CopyButton } from '#ui/base/copy-button.tsx'
import { useT } from '#ui/base/house.tsx'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { useMutation } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import './settings.css'

interface InvitationDialogProps {
  user: { id: string; title: string }
  onClose: () => void
}

export function InvitationDialog({ user, onClose }: InvitationDialogProps) {
  const t = useT()
  const invite = useMutation<{ url: string }, ApiProblem>({
    mutationFn: () => api.post<{ url: string }>('/api/invitation', { user: user.id }),
  })
  const url = invite.data?.url
  return (
    <Modal
      open
      title={t('Invite {name}', { name: user.title })}
      onCancel={onClose}
      footer={
        url === undefined ? (
          <>
            <Button onClick={onClose}>{t('Not now')}</Button>
            <Button type="primary" loading={invite.isPending} onClick={() => invite.mutate()}>
              {t('Send the invitation')}
            </Button>
          </>
        ) : (
          <Button type="primary" onClick={onClose}>
            {t('Close')}
          </Button>
        )
      }
    >
      <div className="form-body">
        <ProblemNotice problem={invite.error} />
        {url === undefined ? (
          <p>
            {t(
              'A link is sent by mail. With it the person chooses a password and is signed in. Earlier links and a lost password end with it.',
            )}
          </p>
        ) : (
          <>
            <p>
              {t('The mail is on its way. You can also hand over the link; it is good for 7 days.')}
            </p>
            <p className="secret">{url}</p>
            <CopyButton text={url} />
          </>
        )}
      </div>
    </Modal>
  )
}
