/** The lines of a document in its form: the grid, and their sums as they stand while typing. */
import type { EntityMeta, FieldMeta } from '#kernel/http/wire.ts'
import { useHouse } from '#ui/base/house.tsx'
import { currencyOf } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { isEmpty, isNumber } from '#ui/field/value/field-facts.ts'
import { isDecimal } from '#kernel/money/decimal.ts'
import { useMemo } from 'react'
import { below } from './form-check.ts'
import type { LinesBlock } from './form-layout.ts'
import { linesOf } from './form-values.ts'
import type { Values } from './form-values.ts'
import { LineGrid } from './line-grid.tsx'
import { LineSums } from './line-sums.tsx'
import { computeTotals } from './line-totals.ts'
import type { Form } from './use-form.ts'
import { useLineOffers } from './use-line-offers.ts'

interface FormLinesProps {
  block: LinesBlock
  entity: EntityMeta
  form: Form
  isLocked: boolean
}

export function FormLines({ block, entity, form, isLocked }: FormLinesProps) {
  const { field, totals } = block
  const target = useHouse().entities[field.target ?? '']
  const reader = useReader()
  const lines = linesOf(form.values[field.name])
  const computed = useComputed(entity, form, field.name)
  const said = useLineOffers(entity.name, form, field.name)
  const moneyField = totals.find(({ kind }) => kind === 'money') ?? field
  const currency = currencyOf(moneyField, form.values, reader)
  if (!target) return null
  return (
    <section className="panel lines-panel" aria-label={field.label}>
      <LineGrid
        entity={target}
        label={field.label}
        rows={lines}
        computed={computed?.lines}
        refs={form.titles}
        currency={currency}
        readOnly={isLocked}
        errors={below(form.messages, field.name)}
        error={form.messages[field.name]}
        onChange={(next) => form.change(field.name, next)}
        onAnswer={(next) => form.update(field.name, (now) => next(linesOf(now)))}
        onLearn={form.learn}
      />
      {said && (
        <p className="lines-said quiet" role="status">
          {said}
        </p>
      )}
      <LineSums totals={totals} row={{ ...form.values, ...computed?.parent }} currency={currency} />
    </section>
  )
}

/** What the lines add up to; recomputed when the lines or the document change. */
function useComputed(entity: EntityMeta, form: Form, name: string) {
  const { values, lineFields } = form
  return useMemo(() => {
    const ofLines = lineFields[name] ?? []
    const readable = linesOf(values[name]).map((line) => onlyNumbers(ofLines, line))
    return computeTotals(entity.name, onlyNumbers(entity.fields, values), readable)
  }, [entity, values, lineFields, name])
}

/** Half-typed figures count as not there. */
function onlyNumbers(fields: readonly FieldMeta[], row: Values): Values {
  const next = { ...row }
  for (const field of fields.filter(isNumber)) {
    const value = next[field.name]
    if (!isEmpty(value) && !isDecimal(String(value))) next[field.name] = null
  }
  return next
}
