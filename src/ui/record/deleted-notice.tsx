/** Says that a record lies in the recycle bin, and brings it back. */
import type { EntityMeta, RecordAnswer } from '#kernel/http/wire.ts'
import { formatInstant } from '#kernel/time/format.ts'
import { useT } from '#ui/base/house.tsx'
import { useWrite } from '#ui/base/queries.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { useReader } from '#ui/field/use-reader.ts'
import { Button } from 'antd'
import '#ui/form/form.css'

export function DeletedNotice({ entity, answer }: { entity: EntityMeta; answer: RecordAnswer }) {
  const t = useT()
  const write = useWrite()
  const { showDone, showProblem } = useUndoMessage()
  const { locale, timeZone } = useReader()
  const { deletedAt, row } = answer
  if (deletedAt === null) return null
  const restore = async () => {
    try {
      await write.mutateAsync({ kind: 'restore', entity: entity.name, id: row.id })
      showDone(t('Restored'))
    } catch (error) {
      showProblem(error)
    }
  }
  const at = formatInstant(deletedAt, locale, { timeZone })
  return (
    <div className="form-notice is-draft" role="status">
      <span className="grow">{t('In the recycle bin since {at}.', { at })}</span>
      <Button size="small" type="primary" loading={write.isPending} onClick={restore}>
        {t('Restore')}
      </Button>
    </div>
  )
}
