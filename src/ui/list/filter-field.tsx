/** Puts a filter together inside a form: which records of another kind are meant. */
import type { EntityMeta } from '#kernel/http/wire.ts'
import type { Where } from '#kernel/query/where.ts'
import { useHouse } from '#ui/base/house.tsx'
import type { FieldInputProps } from '#ui/field/input.tsx'
import { ConditionEditor, useConditionEditor } from './condition-editor.tsx'

export function FilterField({ field, value, onChange }: FieldInputProps) {
  const meta = useHouse().entities[field.asks ?? '']
  return meta ? <Editor meta={meta} where={(value ?? {}) as Where} onChange={onChange} /> : null
}

interface EditorProps {
  meta: EntityMeta
  where: Where
  onChange: (where: Where | null) => void
}

function Editor({ meta, where, onChange }: EditorProps) {
  const editor = useConditionEditor(meta, where, (made) => {
    const text = JSON.stringify(made)
    if (text !== JSON.stringify(where)) onChange(text === '{}' ? null : made)
  })
  return (
    <div className="filter-field">
      <ConditionEditor editor={editor} />
    </div>
  )
}
