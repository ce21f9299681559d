/** Says something about a record. Ctrl Enter sends it; what is not sent stays on this device. */
import { useHouse, useT } from '#ui/base/house.tsx'
import { useWrite } from '#ui/base/queries.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { Button, Input } from 'antd'
import { useState } from 'react'

export function CommentBox({ entity, id }: { entity: string; id: string }) {
  const t = useT()
  const write = useWrite()
  const { showProblem } = useUndoMessage()
  const kept = `shangmai.comment/${useHouse().user.id}/${entity}/${id}`
  const [text, setText] = useState(() => localStorage.getItem(kept) ?? '')
  const type = (typed: string) => {
    setText(typed)
    if (typed === '') localStorage.removeItem(kept)
    else localStorage.setItem(kept, typed)
  }
  const send = async () => {
    if (text.trim() === '' || write.isPending) return
    try {
      const values = { entity, record: id, text: text.trim() }
      await write.mutateAsync({ kind: 'create', entity: 'comment', values })
      type('')
    } catch (error) {
      showProblem(error)
    }
  }
  return (
    <div className="comment-box">
      <Input.TextArea
        aria-label={t('Comment')}
        placeholder={t('Write a comment…')}
        autoSize={{ minRows: 1, maxRows: 8 }}
        maxLength={5000}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          const sends = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
          if (sends && !event.nativeEvent.isComposing) void send()
        }}
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
