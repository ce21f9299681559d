/** Says something about a record. Ctrl Enter sends it; what is not sent stays on this device. */
import { useHouse, useT } from '#ui/base/house.tsx'
import { useWrite } from '#ui/base/queries.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { waitsWords } from '#ui/outbox/waits-words.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { CommentArea } from './comment-area.tsx'
import { keepComment, keptComment } from './comment-draft.ts'
import { mentionedIn } from './comment-mentions.ts'

export function CommentBox({ entity, id }: { entity: string; id: string }) {
  const t = useT()
  const write = useWrite({ mayWait: true })
  const { showDone, showProblem } = useUndoMessage()
  const key = `${useHouse().user.id}/${entity}/${id}`
  const [draft, setDraft] = useState(() => keptComment(key))
  const { text, people } = draft
  const keep = (changed: Partial<typeof draft>) =>
    setDraft((was) => keepComment(key, { ...was, ...changed }))
  const send = async () => {
    if (text.trim() === '' || write.isPending) return
    const mentions = mentionedIn(text, people).map((person) => person.id)
    try {
      const values = { entity, record: id, text: text.trim(), mentions }
      const { waits } = await write.mutateAsync({ kind: 'create', entity: 'comment', values })
      if (waits) showDone(waitsWords(t))
      keep({ text: '', people: [] })
    } catch (error) {
      showProblem(error)
    }
  }
  return (
    <div className="comment-box">
      <CommentArea
        entity={entity}
        id={id}
        text={text}
        rows={{ minRows: 1, maxRows: 8 }}
        onType={(typed) => keep({ text: typed })}
        onMention={(person) =>
          setDraft((was) => keepComment(key, { ...was, people: [...was.people, person] }))
        }
        onSend={() => void send()}
      />
      {text.trim() !== '' && (
        <div className="comment-tools">
          <kbd>Ctrl ↵</kbd>
          <Button size="small" type="primary" loading={write.isPending} onClick={send}>
            {t('Send')}
          </Button>
        </div>
      )}
    </div>
  )
}
