/** Every condition of a list in one place, put in force together. */
import type { EntityMeta } from '#kernel/http/wire.ts'
import type { Where } from '#kernel/query/where.ts'
import { useT } from '#ui/base/house.tsx'
import { Button } from 'antd'
import { ConditionEditor, useConditionEditor } from './condition-editor.tsx'

interface PanelProps {
  meta: EntityMeta
  where: Where
  onApply: (where: Where) => void
}

export function ConditionPanel({ meta, where, onApply }: PanelProps) {
  const t = useT()
  const editor = useConditionEditor(meta, where)
  return (
    <div className="condition-panel">
      <ConditionEditor editor={editor} />
      <div className="condition-foot">
        <Button type="text" onClick={() => onApply({})}>
          {t('Clear all')}
        </Button>
        <Button type="primary" onClick={() => onApply(editor.made)}>
          {t('Apply')}
        </Button>
      </div>
    </div>
  )
}
