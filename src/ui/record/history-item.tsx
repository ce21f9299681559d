/** One change of a record: who did what and why, which fields changed, and the way back. */
import type { HistoryEntry } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { IconArrowBackUp, IconPencil } from '@tabler/icons-react'
import { Popconfirm } from 'antd'
import { useState } from 'react'
import { ChangeLine } from './change-line.tsx'
import { ItemHead } from './item-head.tsx'
import { standardLabels } from './standard-labels.ts'

const FEW = 4

export function HistoryItem({ entry }: { entry: HistoryEntry }) {
  const t = useT()
  const { by, at, label, reason, changes } = entry
  const isMade = entry.action === 'create' || entry.action === 'import'
  const few = isMade ? 0 : FEW
  const [all, showAll] = useState(false)
  const shown = all ? changes : changes.slice(0, few)
  const hidden = changes.length - shown.length
  return (
    <>
      <ItemHead
        icon={<IconPencil size={14} aria-hidden />}
        by={by?.name ?? t('The program')}
        what={standardLabels(t)[entry.action] ?? label}
        at={at}
        tools={<UndoButton entry={entry} />}
      />
      {(reason !== undefined || changes.length > 0) && (
        <div className="timeline-body">
          {reason && <p className="timeline-reason">{reason}</p>}
          {shown.map((change) => (
            <ChangeLine key={change.field} {...change} />
          ))}
          {hidden > 0 && (
            <button type="button" className="plain timeline-more" onClick={() => showAll(true)}>
              {t('{count, plural, one {# field} other {# fields}}', { count: hidden })} …
            </button>
          )}
        </div>
      )}
    </>
  )
}

function UndoButton({ entry }: { entry: HistoryEntry }) {
  const t = useT()
  const { undo } = useUndoMessage()
  const { operation, undoable } = entry
  if (!undoable || operation === undefined) return null
  return (
    <Popconfirm
      title={t('Take this back?')}
      description={t('Everything that was done in one go is taken back together.')}
      okText={t('Take back')}
      cancelText={t('Cancel')}
      onConfirm={() => undo(operation)}
    >
      <button type="button" className="timeline-menu" aria-label={t('Take back')}>
        <IconArrowBackUp size={15} aria-hidden />
      </button>
    </Popconfirm>
  )
}
