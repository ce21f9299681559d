/** The buttons of a waiting entry. */
import { useT } from '#ui/base/house.tsx'
import { IconArrowsDiff, IconPencil, IconRefresh, IconTrash } from '@tabler/icons-react'
import { Button } from 'antd'
import { useState } from 'react'
import { conflictOf, EntryConflict } from './entry-conflict.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import type { Entry } from './entry.ts'
import { isChangeable } from './replace.ts'
import { useEntryActs } from './use-entry-acts.ts'

export function EntryTools({ entry }: { entry: Entry }) {
  const t = useT()
  const [open, setOpen] = useState<'edit' | 'conflict' | null>(null)
  const { send, replace, askDiscard, drop } = useEntryActs(entry)
  const conflict = conflictOf(entry)
  const { intent } = entry
  const close = () => setOpen(null)
  const icon = { size: 15, 'aria-hidden': true } as const
  return (
    <div className="outbox-tools">
      {conflict && (
        <Button
          size="small"
          type="primary"
          icon={<IconArrowsDiff {...icon} />}
          onClick={() => setOpen('conflict')}
        >
          {t('Compare both versions')}
        </Button>
      )}
      {entry.refused && !conflict && (
        <Button size="small" icon={<IconRefresh {...icon} />} onClick={() => void send()}>
          {t('Send again')}
        </Button>
      )}
      {isChangeable(entry) && !conflict && (
        <Button size="small" icon={<IconPencil {...icon} />} onClick={() => setOpen('edit')}>
          {t('Edit')}
        </Button>
      )}
      <Button size="small" icon={<IconTrash {...icon} />} onClick={() => void askDiscard()}>
        {t('Discard')}
      </Button>
      {open === 'edit' && intent.kind !== 'file' && (
        <EntryDialog entry={entry} intent={intent} onReplace={replace} onClose={close} />
      )}
      {open === 'conflict' && conflict && (
        <EntryConflict
          entry={entry}
          {...conflict}
          onReplace={replace}
          onDrop={drop}
          onClose={close}
        />
      )}
    </div>
  )
}
