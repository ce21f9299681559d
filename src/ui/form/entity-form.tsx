/** The form of a record: its fields in their blocks, its lines as grids with their sums. */
import type { EntityMeta, FieldMeta } from '#kernel/http/wire.ts'
import { isWritable } from '#ui/field/value/field-facts.ts'
import { useMemo } from 'react'
import { FieldView } from './field-view.tsx'
import { FormField } from './form-field.tsx'
import { blocksOf } from './form-layout.ts'
import type { Block } from './form-layout.ts'
import { FormLines } from './form-lines.tsx'
import type { Form } from './use-form.ts'
import './form.css'

interface EntityFormProps {
  entity: EntityMeta
  form: Form
  /** Fields that the present state has frozen. */
  locked?: readonly string[] | 'all' | 'none'
  /** A new record: what only the program writes is not shown. */
  isNew?: boolean
  /** Name of the field to begin with; the first one unless told. */
  focus?: string
}

export function EntityForm(props: EntityFormProps) {
  const { entity, isNew = false } = props
  const blocks = useMemo(() => blocksOf(entity), [entity])
  const first = props.focus ?? firstField(blocks, props)
  return blocks.map((block, index) => {
    if (block.kind === 'lines') {
      return (
        <FormLines key={index} block={block} {...props} isLocked={isLocked(block.field, props)} />
      )
    }
    const fields = block.fields.filter((field) => !isNew || isWritable(field))
    if (fields.length === 0) return null
    return (
      <section key={index} className="panel" aria-label={block.title || entity.label.one}>
        {block.title && <h2 className="form-title">{block.title}</h2>}
        <div className="form-fields">
          {fields.map((field) => (
            <OneField key={field.name} {...props} field={field} isFirst={field.name === first} />
          ))}
        </div>
      </section>
    )
  })
}

function OneField(props: EntityFormProps & { field: FieldMeta; isFirst: boolean }) {
  const { form, field } = props
  if (isWritable(field) && !isLocked(field, props)) {
    return <FormField form={form} field={field} autoFocus={props.isFirst} />
  }
  return <FieldView field={field} row={form.values} refs={form.titles} />
}

function isLocked(field: FieldMeta, { locked = 'none' }: EntityFormProps): boolean {
  if (!isWritable(field) || locked === 'all') return true
  return locked !== 'none' && locked.includes(field.name)
}

function firstField(blocks: readonly Block[], props: EntityFormProps): string {
  const fields = blocks.flatMap((block) => (block.kind === 'fields' ? block.fields : []))
  return fields.find((field) => !isLocked(field, props))?.name ?? ''
}
