/** One field of a record for reading: label and value, in the place of the control. */
import type { FieldMeta, RefTitles } from '#kernel/http/wire.ts'
import { Cell } from '#ui/field/cell.tsx'
import { Player } from '#ui/field/player.tsx'
import { ValueNote } from '#ui/field/value-note.tsx'
import { RichText } from '#ui/field/rich-text.tsx'
import { isEmpty, isWide, textOf } from '#ui/field/value/field-facts.ts'
import './form.css'

interface FieldViewProps {
  field: FieldMeta
  row: Readonly<Record<string, unknown>>
  refs: RefTitles
  /** Double click on the value: begin to edit here. */
  onEdit?: (() => void) | undefined
}

export function FieldView({ field, row, refs, onEdit }: FieldViewProps) {
  const value = row[field.name]
  const isRich = field.kind === 'richText' && !isEmpty(value)
  return (
    <div className={isWide(field) ? 'field field-wide' : 'field'} onDoubleClick={onEdit}>
      <div className="field-label">{field.label}</div>
      <div className="field-value">
        {isRich ? <RichText text={textOf(value)} /> : <Cell field={field} row={row} refs={refs} />}
        {field.kind === 'file' && <Player field={field} file={textOf(value)} refs={refs} />}
        <ValueNote field={field} row={row} className="value-note" />
      </div>
    </div>
  )
}
