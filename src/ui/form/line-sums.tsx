/** The sums under the lines of a document, the last and largest one set off. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { amountText, displayText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { isEmpty, textOf } from '#ui/field/value/field-facts.ts'
import './line-sums.css'

interface LineSumsProps {
  totals: readonly FieldMeta[]
  row: Readonly<Record<string, unknown>>
  currency: string
}

export function LineSums({ totals, row, currency }: LineSumsProps) {
  if (totals.length === 0) return null
  return (
    <dl className="sums" aria-live="polite">
      {totals.map((field, index) => {
        const isLast = index === totals.length - 1
        return (
          <div key={field.name} className={isLast ? 'sum sum-last' : 'sum'}>
            <dt>{isLast && field.kind === 'money' ? `${field.label} ${currency}` : field.label}</dt>
            <dd>
              <Sum field={field} row={row} currency={currency} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function Sum({ field, row, currency }: Omit<LineSumsProps, 'totals'> & { field: FieldMeta }) {
  const reader = useReader()
  const value = row[field.name]
  if (isEmpty(value)) return '—'
  if (field.kind !== 'money') return displayText(field, row, {}, reader)
  // The currency is named once, beside the last sum.
  return amountText(textOf(value), field.currency ? currency : reader.currency, reader.locale)
}
