/** How many there are and what they sum up to, beside the heading of the list. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { amountText } from '#ui/field/display.ts'
import { formatDecimal } from '#kernel/money/format.ts'
import { fieldNamed } from './list-state.ts'
import type { ListView } from './use-list-view.ts'

interface Count {
  value: number
  capped: boolean
}

/** "1,000+" where counting stopped. */
export function countText({ value, capped }: Count): string {
  return `${value.toLocaleString('en')}${capped ? '+' : ''}`
}

type Sum = string | Record<string, string>

function useSumText(): (field: FieldMeta, sum: Sum) => string {
  const { locale } = usePreferences()
  const { currency } = useHouse().company
  return (field, sum) => {
    if (typeof sum === 'object') {
      const parts = Object.entries(sum).map(([code, one]) => {
        const text = amountText(one, code, locale)
        return code === currency ? text : `${code} ${text}`
      })
      return parts.join(' + ')
    }
    return field.kind === 'money' ? amountText(sum, currency, locale) : formatDecimal(sum, locale)
  }
}

export function ListBeside({ view }: { view: ListView }) {
  const t = useT()
  const sumText = useSumText()
  const { count, totals = {}, meta } = view
  const sums = Object.entries(totals).flatMap(([name, sum]) => {
    const field = fieldNamed(meta, name)
    return field ? [`${field.label} ${sumText(field, sum)}`] : []
  })
  const counted = count ? [t('{count} in all', { count: countText(count) })] : []
  return (
    <p className="clip" aria-live="polite">
      {[...counted, ...sums].join(' · ')}
    </p>
  )
}
