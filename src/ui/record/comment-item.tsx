/** One comment; its writer may change it or take it away. */
import type { RefTitles, WireRow } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { MenuButton } from '#ui/base/menu-button.tsx'
import { useWrite } from '#ui/base/queries.ts'
import type { WriteIntent } from '#ui/base/queries.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { RichText } from '#ui/field/rich-text.tsx'
import { textOf } from '#ui/field/value/field-facts.ts'
import { IconDots, IconMessage } from '@tabler/icons-react'
import { Button } from 'antd'
import { useState } from 'react'
import { CommentArea } from './comment-area.tsx'
import { mentionedIn, withBoldNames, type Mention } from './comment-mentions.ts'
import { ItemHead } from './item-head.tsx'

export function CommentItem({ comment, refs }: { comment: WireRow; refs: RefTitles }) {
  const t = useT()
  const { user } = useHouse()
  const [editing, edit] = useState<string | null>(null)
  const { send, isBusy } = useSend()
  const { id, version } = comment
  const author = textOf(comment['createdBy'])
  const target = { entity: 'comment', id, version }
  const named = namedIn(comment, refs)
  const [added, add] = useState<Mention[]>([])
  const save = async () => {
    const text = (editing ?? '').trim()
    const mentions = mentionedIn(text, [...named, ...added]).map((person) => person.id)
    const values = { text, mentions }
    if (await send({ kind: 'update', ...target, values }, t('Saved'))) edit(null)
  }
  const items = [
    { key: 'edit', label: t('Edit'), onSelect: () => edit(textOf(comment['text'])) },
    {
      key: 'delete',
      label: t('Delete'),
      danger: true,
      onSelect: () => void send({ kind: 'delete', ...target }, t('Moved to the recycle bin')),
    },
  ]
  return (
    <>
      <ItemHead
        icon={<IconMessage size={14} aria-hidden />}
        by={refs['user']?.[author]?.title ?? t('Somebody')}
        at={textOf(comment['createdAt'])}
        tools={
          author === user.id && (
            <MenuButton items={items}>
              <button type="button" className="timeline-menu" aria-label={t('Menu of the comment')}>
                <IconDots size={15} aria-hidden />
              </button>
            </MenuButton>
          )
        }
      />
      {editing === null ? (
        <div className="comment-text">
          <RichText text={withBoldNames(textOf(comment['text']), namesOf(named))} />
        </div>
      ) : (
        <CommentEditor
          entity={textOf(comment['entity'])}
          id={textOf(comment['record'])}
          text={editing}
          onMention={(person) => add([...added, person])}
          isBusy={isBusy}
          onType={edit}
          onSave={save}
          onCancel={() => edit(null)}
        />
      )}
    </>
  )
}

function namedIn(comment: WireRow, refs: RefTitles): Mention[] {
  const people = (comment['mentions'] ?? []) as string[]
  return people.map((id) => ({ id, name: refs['user']?.[id]?.title ?? '' }))
}

function namesOf(people: readonly Mention[]): string[] {
  return people.map(({ name }) => name)
}

interface CommentEditorProps {
  entity: string
  id: string
  text: string
  onMention: (person: Mention) => void
  isBusy: boolean
  onType: (text: string) => void
  onSave: () => void
  onCancel: () => void
}

function CommentEditor({ isBusy, onSave, onCancel, ...area }: CommentEditorProps) {
  const t = useT()
  const { text } = area
  return (
    <div className="comment-box">
      <CommentArea {...area} autoFocus rows={{ minRows: 2, maxRows: 12 }} onSend={onSave} />
      <div className="comment-tools">
        <Button size="small" onClick={onCancel}>
          {t('Cancel')}
        </Button>
        <Button
          size="small"
          type="primary"
          loading={isBusy}
          disabled={text.trim() === ''}
          onClick={onSave}
        >
          {t('Save')}
        </Button>
      </div>
    </div>
  )
}

function useSend() {
  const write = useWrite()
  const { showDone, showProblem } = useUndoMessage()
  const send = async (intent: WriteIntent, done: string): Promise<boolean> => {
    try {
      const { operation } = await write.mutateAsync(intent)
      showDone(done, operation)
      return true
    } catch (error) {
      showProblem(error)
      return false
    }
  }
  return { send, isBusy: write.isPending }
}
