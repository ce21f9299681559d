/** How many there are and what they sum up to, beside the heading of the list. */
import type { EntityMeta, FieldMeta, ListAnswer } from '#kernel/http/wire.ts'
import { countText } from '#ui/base/count-text.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { amountText } from '#ui/field/display.ts'
import { formatDecimal } from '#kernel/money/format.ts'
import { fieldNamed } from './list-state.ts'
import type { ListView } from './use-list-view.ts'

type Sum = string | Record<string, string>

export function useSumText(): (field: FieldMeta, sum: Sum) => string {
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

/** Sums as text, each with what it is a sum of before it. */
function useSumTexts(fieldOf: (name: string) => FieldMeta | undefined) {
  const sumText = useSumText()
  return (sums: Readonly<Record<string, Sum>> = {}) =>
    Object.entries(sums).flatMap(([name, sum]) => {
      const field = fieldOf(name)
      return field ? [`${field.label} ${sumText(field, sum)}`] : []
    })
}

export function useSums(meta: EntityMeta, sums: ListAnswer['totals']): string[] {
  return useSumTexts((name) => fieldNamed(meta, name))(sums)
}

export function ListBeside({ view }: { view: ListView }) {
  const t = useT()
  const { count, totals, meta } = view
  const { behind } = view.state.where
  const figure = useHouse().reports[behind?.report ?? '']?.columns.find(
    ({ name }) => name === behind?.figure,
  )
  const texts = useSumTexts((name) => (name === 'behind' ? figure : fieldNamed(meta, name)))
  const counted = count ? [t('{count} in all', { count: countText(count) })] : []
  return (
    <p className="clip" aria-live="polite">
      {[...counted, ...texts(totals)].join(' · ')}
    </p>
  )
}
