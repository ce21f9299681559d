/** What to do with many rows at once, docked under the list while any are ticked. */
import { useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { IconDownload, IconGitMerge, IconPencil, IconTrash } from '@tabler/icons-react'
import { CollectionActions } from '#ui/record/collection-actions.tsx'
import { Button } from 'antd'
import { useState } from 'react'
import type { ActionMeta } from '#kernel/http/wire.ts'
import { BulkAct, BulkActions } from './bulk-act.tsx'
import { BulkChange } from './bulk-change.tsx'
import { BulkDelete } from './bulk-delete.tsx'
import { exportHref } from './list-actions.tsx'
import { countText } from '#ui/base/count-text.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { howMany, nothing, searchedWhere, type Selection } from './selection.ts'
import type { ListView } from './use-list-view.ts'

interface BulkBarProps {
  view: ListView
  selection: Selection
  onSelect: (selection: Selection) => void
}

type Dialog = 'change' | 'delete' | 'merge' | null

const mostMerged = 10

function selectedWhere(view: ListView, selection: Selection) {
  const { where, q } = view.state
  return selection.all ? searchedWhere(where, q) : { id: [...selection.ids] }
}

function AllThatMatch({ view, selection, onSelect }: BulkBarProps) {
  const t = useT()
  const { count } = view
  const isWhole = !view.hasMore && selection.ids.size === view.rows.length
  if (selection.all || !count || isWhole) return null
  return (
    <Button type="link" size="small" onClick={() => onSelect({ ...nothing, all: true })}>
      {t('Select all {count} that match', { count: countText(count) })}
    </Button>
  )
}

interface ButtonsProps extends BulkBarProps {
  onDialog: (dialog: Dialog) => void
}

function BulkButtons({ view, selection, onDialog }: ButtonsProps) {
  const t = useT()
  const { may } = view.meta
  const some = selection.ids.size
  const isMergeable = may.merge && !selection.all && some > 1 && some <= mostMerged
  return (
    <>
      {may.update && (
        <Button
          size="small"
          icon={<IconPencil size={15} stroke={1.6} aria-hidden />}
          onClick={() => onDialog('change')}
        >
          {t('Change a field')}
        </Button>
      )}
      {may.export && (
        <Button
          size="small"
          icon={<IconDownload size={15} stroke={1.6} aria-hidden />}
          href={exportHref(view, selectedWhere(view, selection), 'xlsx')}
        >
          {t('Export')}
        </Button>
      )}
      {isMergeable && (
        <Button
          size="small"
          icon={<IconGitMerge size={15} stroke={1.6} aria-hidden />}
          onClick={() => onDialog('merge')}
        >
          {t('Merge')}
        </Button>
      )}
      {may.delete && (
        <Button
          size="small"
          danger
          icon={<IconTrash size={15} stroke={1.6} aria-hidden />}
          onClick={() => onDialog('delete')}
        >
          {t('Delete')}
        </Button>
      )}
    </>
  )
}

export function BulkBar({ view, selection, onSelect }: BulkBarProps) {
  const t = useT()
  const phone = usePhone()
  const { search, meta } = view
  const [dialog, openDialog] = useState<Dialog>(search.merge && meta.may.merge ? 'merge' : null)
  const [action, act] = useState<ActionMeta | null>(null)
  const count = howMany(selection, view.count?.value)
  const isCapped = selection.all && view.count?.capped === true
  const close = () => {
    openDialog(null)
    if (search.merge) view.change({ merge: undefined })
    act(null)
  }
  const finish = () => {
    close()
    onSelect(nothing)
  }
  const shared = { view, selection, onClose: close, onDone: finish }
  return (
    <div className="bulk" role="region" aria-label={t('Selected rows')}>
      <span className="strong">
        {t('{count} selected', { count: countText({ value: count ?? 0, capped: isCapped }) })}
      </span>
      {!phone && <AllThatMatch view={view} selection={selection} onSelect={onSelect} />}
      <BulkButtons view={view} selection={selection} onSelect={onSelect} onDialog={openDialog} />
      <BulkActions meta={view.meta} onChoose={act} />
      {!selection.all && (
        <CollectionActions entity={view.meta} ids={[...selection.ids]} onDone={finish} />
      )}
      <Button className="bulk-clear" type="text" size="small" onClick={() => onSelect(nothing)}>
        {t('Clear selection')}
      </Button>
      {dialog === 'change' && <BulkChange {...shared} />}
      {dialog === 'delete' && <BulkDelete {...shared} />}
      {action && <BulkAct {...shared} action={action} />}
      {dialog === 'merge' && <MergeDialog {...shared} />}
    </div>
  )
}
