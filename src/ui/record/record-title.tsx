/** The name of a record as its page bears it. */
import type { EntityMeta, RecordAnswer } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { refTitle } from '#ui/field/display.ts'
import { textOf } from '#ui/field/value/field-facts.ts'

/** `Order SO-202611-0382`; people and things go by their own name. */
export function titleOfRecord(entity: EntityMeta, { row, refs }: RecordAnswer) {
  const field = entity.fields.find(({ name }) => name === entity.title)
  const value = textOf(row[entity.title])
  const own = field?.target ? refTitle(field, value, refs) : value
  const isNumber = field?.kind === 'serial' || field?.target !== undefined
  return isNumber || own === '' ? <NumberedTitle label={entity.label.one} own={own} /> : own
}

function NumberedTitle({ label, own }: { label: string; own: string }) {
  const t = useT()
  return (
    <>
      {label} {own || t('(unnamed)')}
    </>
  )
}
