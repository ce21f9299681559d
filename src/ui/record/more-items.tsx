/** What can be done with any record: copy, share, ask who may see it, move it to the bin. */
import type { EntityMeta, RecordAnswer } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import type { MenuItem } from '#ui/base/menu-button.tsx'
import { useWrite } from '#ui/base/queries.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { IconCopy, IconEye, IconLink, IconShare, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useState, type ReactNode } from 'react'
import { ShareDialog } from './share-dialog.tsx'
import { WhyDialog } from './why-dialog.tsx'

const dialogs = { why: WhyDialog, share: ShareDialog }

export function useMoreItems(
  entity: EntityMeta,
  answer: RecordAnswer,
): { items: MenuItem[]; dialog: ReactNode } {
  const t = useT()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const isAdministrator = useHouse().user.roles.includes('administrator')
  const [opened, open] = useState<'why' | 'share' | null>(null)
  const remove = useRemove(entity, answer)
  const { id } = answer.row
  const items: (MenuItem | false)[] = [
    entity.may.create && {
      key: 'copy',
      label: t('Duplicate'),
      icon: <IconCopy size={16} aria-hidden />,
      onSelect: () => {
        const search = { with: { $copyOf: id } }
        void navigate({ to: '/new/$entity', params: { entity: entity.name }, search })
      },
    },
    {
      key: 'link',
      label: t('Copy the link'),
      icon: <IconLink size={16} aria-hidden />,
      onSelect: () => {
        void navigator.clipboard.writeText(location.href)
        void message.success(t('The link is on the clipboard.'))
      },
    },
    answer.may.share && {
      key: 'share',
      label: t('Share with others'),
      icon: <IconShare size={16} aria-hidden />,
      onSelect: () => open('share'),
    },
    isAdministrator && {
      key: 'why',
      label: t('Who can see this, and why?'),
      icon: <IconEye size={16} aria-hidden />,
      onSelect: () => open('why'),
    },
    answer.may.delete && {
      key: 'delete',
      label: t('Delete'),
      danger: true,
      icon: <IconTrash size={16} aria-hidden />,
      onSelect: () => void remove(),
    },
  ]
  const Dialog = opened && dialogs[opened]
  const dialog = Dialog && <Dialog entity={entity} id={id} onClose={() => open(null)} />
  return { items: items.filter((item) => item !== false), dialog }
}

/** To the recycle bin, and back to the list; the message offers the way back. */
function useRemove(entity: EntityMeta, answer: RecordAnswer) {
  const t = useT()
  const write = useWrite()
  const navigate = useNavigate()
  const { showDone, showProblem } = useUndoMessage()
  return async () => {
    const { id, version } = answer.row
    try {
      const done = await write.mutateAsync({ kind: 'delete', entity: entity.name, id, version })
      await navigate({ to: '/list/$entity', params: { entity: entity.name } })
      showDone(t('Moved to the recycle bin'), done.operation)
    } catch (error) {
      showProblem(error)
    }
  }
}
