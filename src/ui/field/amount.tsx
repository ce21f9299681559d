/** An amount of money: figures under each other, a foreign currency named before it. */
import { useHouse } from '#ui/base/house.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { amountText } from './display.ts'

interface AmountProps {
  amount: string
  /** The company's unless told. */
  currency?: string
  /** Names the currency even when it is the company's. */
  named?: boolean
  /** Shows at least so many decimals. */
  decimals?: number
}

export function Amount({ amount, currency, named, decimals }: AmountProps) {
  const { locale } = usePreferences()
  const home = useHouse().company.currency
  const own = currency ?? home
  return (
    <span className="amount">
      {(named || own !== home) && <span className="amount-currency">{own}</span>}
      {amountText(amount, own, locale, decimals)}
    </span>
  )
}
