/** Asks which of several actions is meant, or what the one action needs to know. */
import type { EntityMeta } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { asksFirst } from '#ui/record/use-record-action.ts'
import { Button, Modal } from 'antd'
import { lazy, Suspense } from 'react'
import type { Moves } from '../carry/use-moves.tsx'

const ActionDialog = lazy(async () => ({
  default: (await import('#ui/record/action-dialog.tsx')).ActionDialog,
}))

export function QuestionDialog({ meta, moves }: { meta: EntityMeta; moves: Moves }) {
  const t = useT()
  const { question, choose, settle } = moves
  const [only, ...others] = question?.actions ?? []
  if (!question || !only) return null
  if (others.length === 0 && asksFirst(only)) {
    return (
      <Suspense fallback={null}>
        <ActionDialog
          entity={meta}
          action={only}
          row={question.row}
          prefill={{ ...question.row, ...question.given }}
          onClose={settle}
        />
      </Suspense>
    )
  }
  return (
    <Modal open width={380} footer={null} title={t('What shall be done?')} onCancel={settle}>
      <div className="board-choices">
        {question.actions.map((action) => (
          <Button
            key={action.name}
            block
            danger={action.tone === 'danger'}
            onClick={() => choose(action)}
          >
            {action.label}
          </Button>
        ))}
      </div>
    </Modal>
  )
}
