/** The fields of a record for reading; what is empty is left out until it is asked for. */
import type { EntityMeta, FieldMeta, RecordAnswer } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { isAsked, isEmpty } from '#ui/field/value/field-facts.ts'
import { FieldView } from '#ui/form/field-view.tsx'
import type { FieldsBlock } from '#ui/form/form-layout.ts'
import { useState } from 'react'
import './record.css'

interface RecordFieldsProps {
  entity: EntityMeta
  answer: RecordAnswer
  blocks: readonly FieldsBlock[]
  /** Begins to edit at the named field; absent where nothing may be changed. */
  onEdit: ((field: string) => void) | undefined
}

/** Fewer empty fields than this are simply shown. */
const FEW = 2

export function RecordFields({ entity, answer, blocks, onEdit }: RecordFieldsProps) {
  const t = useT()
  const [isAll, showAll] = useState(false)
  const { row, refs } = answer
  const isBlank = ({ name }: FieldMeta) => isEmpty(row[name])
  const blank = blocks.flatMap(({ fields }) => fields).filter(isBlank).length
  const hides = blank > FEW
  const shown = blocks
    .map((block) => ({
      ...block,
      fields: block.fields.filter(
        (field) => isAsked(field, row) && (isAll || !hides || !isBlank(field)),
      ),
    }))
    .filter(({ fields }) => fields.length > 0)
  if (blocks.length === 0) return null
  return (
    <section
      className={shown.length > 0 ? 'panel record-fields' : 'record-fields'}
      aria-label={entity.label.one}
    >
      {shown.map((block, index) => (
        <div key={index} className="record-block">
          {block.title && <h2 className="form-title">{block.title}</h2>}
          <div className="form-fields">
            {block.fields.map((field) => (
              <FieldView
                key={field.name}
                field={field}
                row={row}
                refs={refs}
                onEdit={onEdit && (() => onEdit(field.name))}
              />
            ))}
          </div>
        </div>
      ))}
      {hides && (
        <button type="button" className="plain record-more" onClick={() => showAll(!isAll)}>
          {isAll
            ? t('Hide empty fields')
            : t('Show {count, plural, one {# empty field} other {# empty fields}}', {
                count: blank,
              })}
        </button>
      )}
    </section>
  )
}
