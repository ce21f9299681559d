/** The sums under the lines of a document, the last and largest one set off. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { isDecimal } from '#kernel/money/decimal.ts'
import { formatDecimal } from '#kernel/money/format.ts'
import { displayText, moneyPlaces } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { isEmpty } from '#ui/field/value/field-facts.ts'
import './line-sums.css'

interface LineSumsProps {
  totals: readonly FieldMeta[]
  row: Readonly<Record<string, unknown>>
  currency: string
}

export function LineSums({ totals, row, currency }: LineSumsProps) {
  if (totals.length === 0) return null
  const places = placesOfAll(totals, row, currency)
  return (
    <dl className="sums" aria-live="polite">
      {totals.map((field, index) => {
        const isLast = index === totals.length - 1
        return (
          <div key={field.name} className={isLast ? 'sum sum-last' : 'sum'}>
            <dt>{isLast && field.kind === 'money' ? `${field.label} ${currency}` : field.label}</dt>
            <dd>
              <Sum field={field} row={row} places={places} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** As many places as the finest of the amounts shows, so that the points stand below each other. */
function placesOfAll(
  totals: readonly FieldMeta[],
  row: LineSumsProps['row'],
  currency: string,
): number {
  const amounts = totals.filter(({ kind }) => kind === 'money').map(({ name }) => row[name])
  return Math.max(0, ...amounts.filter(isDecimal).map((amount) => moneyPlaces(amount, currency)))
}

interface SumProps {
  field: FieldMeta
  row: LineSumsProps['row']
  places: number
}

/** The currency is named once, beside the last sum. */
function Sum({ field, row, places }: SumProps) {
  const reader = useReader()
  const value = row[field.name]
  if (isEmpty(value)) return '—'
  if (field.kind !== 'money' || !isDecimal(value)) return displayText(field, row, {}, reader)
  return formatDecimal(value, reader.locale, { places })
}
