/** The form of a record: its fields in their blocks, its lines as grids with their sums. */
import type { EntityMeta, FieldMeta } from '#kernel/http/wire.ts'
import { aimed, isAimed, isAsked, isWritable } from '#ui/field/value/field-facts.ts'
import { useMemo } from 'react'
import { FieldView } from './field-view.tsx'
import { FormField } from './form-field.tsx'
import { blocksOf } from './form-layout.ts'
import type { Block, FieldsBlock, LinesBlock } from './form-layout.ts'
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
  return panelsOf(blocks).map((panel, index) => {
    if (panel.kind === 'lines') {
      const { field } = panel
      if (!isAsked(field, props.form.values)) return null
      return <FormLines key={index} block={panel} {...props} isLocked={isLocked(field, props)} />
    }
    const shown = panel.blocks.map((block) => ({
      ...block,
      fields: block.fields.filter(
        (field) =>
          (!isNew || isWritable(field)) &&
          isAsked(field, props.form.values) &&
          isAimed(field, props.form.values),
      ),
    }))
    return (
      <section key={index} className="panel" aria-label={entity.label.one}>
        {shown
          .filter(({ fields }) => fields.length > 0)
          .map((block, at) => (
            <div key={at} className="form-block">
              {block.title && <h2 className="form-title">{block.title}</h2>}
              <div className="form-fields">
                {block.fields.map((field) => (
                  <OneField
                    key={field.name}
                    {...props}
                    field={aimed(field, props.form.values)}
                    isFirst={field.name === first}
                  />
                ))}
              </div>
            </div>
          ))}
      </section>
    )
  })
}

type PanelOf = LinesBlock | { kind: 'blocks'; blocks: FieldsBlock[] }

/** Blocks of fields that follow each other share a panel. */
function panelsOf(blocks: readonly Block[]): PanelOf[] {
  const panels: PanelOf[] = []
  for (const block of blocks) {
    const last = panels.at(-1)
    if (block.kind === 'lines') panels.push(block)
    else if (last?.kind === 'blocks') last.blocks.push(block)
    else panels.push({ kind: 'blocks', blocks: [block] })
  }
  return panels
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
