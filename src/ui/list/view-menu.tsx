/** Keeps what is shown as a view of one's own, shared or not; changes or takes away a kept one. */
import { useT } from '#ui/base/house.tsx'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { IconBookmark, IconBookmarkPlus } from '@tabler/icons-react'
import { Button, Checkbox, Input, Popover } from 'antd'
import { useState } from 'react'
import { isChanged, type SavedView } from './list-state.ts'
import { searchedWhere } from './selection.ts'
import type { ListView } from './use-list-view.ts'
import { useViewChange, type ViewDraft } from './views.ts'

function draftOf(view: ListView, name: string, shared: boolean): ViewDraft {
  const { state } = view
  const columns = state.columns.map((column) => column.name)
  const where = searchedWhere(state.where, state.q)
  const { shape = null, group = null, days = null, span = null } = view.search
  return { name, shared, sort: state.sort, columns, where, shape, group, days, span }
}

interface FormProps {
  view: ListView
  onDone: () => void
}

function NewView({ view, onDone }: FormProps) {
  const t = useT()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const { showProblem } = useUndoMessage()
  const { mutateAsync, isPending } = useViewChange(view.meta.name)
  const save = async () => {
    try {
      const made = await mutateAsync({ kind: 'create', draft: draftOf(view, name.trim(), shared) })
      onDone()
      const { where, sort, columns } = draftOf(view, name, shared)
      view.change({ view: made?.id, tab: undefined, q: undefined, where, sort, columns })
    } catch (error) {
      showProblem(error)
    }
  }
  return (
    <form
      className="view-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') void save()
      }}
    >
      <label htmlFor="view-name">{t('Name of the view')}</label>
      <Input
        id="view-name"
        autoFocus
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
        {t('Share with everybody')}
      </Checkbox>
      <Button type="primary" htmlType="submit" loading={isPending} disabled={name.trim() === ''}>
        {t('Save view')}
      </Button>
    </form>
  )
}

const nothingSaved = {
  view: undefined,
  where: undefined,
  sort: undefined,
  columns: undefined,
  shape: undefined,
  group: undefined,
  days: undefined,
  span: undefined,
}

function KeptView({ view, kept, onDone }: FormProps & { kept: SavedView }) {
  const t = useT()
  const { showProblem } = useUndoMessage()
  const { mutateAsync } = useViewChange(view.meta.name)
  const update = async () => {
    try {
      const { name: _, shared: __, ...draft } = draftOf(view, kept.name, kept.shared)
      await mutateAsync({ kind: 'update', id: kept.id, draft })
      onDone()
    } catch (error) {
      showProblem(error)
    }
  }
  const remove = async () => {
    try {
      await mutateAsync({ kind: 'delete', id: kept.id })
      onDone()
      view.change(nothingSaved)
    } catch (error) {
      showProblem(error)
    }
  }
  return (
    <div className="view-form">
      <p className="strong">{kept.name}</p>
      <Button
        disabled={!isChanged(kept, view.search) && view.state.q === ''}
        onClick={() => void update()}
      >
        {t('Save changes to this view')}
      </Button>
      <Button danger onClick={() => void remove()}>
        {t('Delete this view')}
      </Button>
    </div>
  )
}

export function ViewMenu({ view }: { view: ListView }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const kept = view.state.view?.mine ? view.state.view : undefined
  const close = () => setOpen(false)
  const isDirty = kept && isChanged(kept, view.search)
  const form = (
    <>
      {kept && <KeptView view={view} kept={kept} onDone={close} />}
      <NewView view={view} onDone={close} />
    </>
  )
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      content={form}
    >
      <button
        type="button"
        className={isDirty ? 'icon-button list-view-dirty' : 'icon-button'}
        aria-label={t('Save what is shown as a view')}
        title={t('Save what is shown as a view')}
      >
        {kept ? (
          <IconBookmark size={18} stroke={1.6} aria-hidden />
        ) : (
          <IconBookmarkPlus size={18} stroke={1.6} aria-hidden />
        )}
      </button>
    </Popover>
  )
}
