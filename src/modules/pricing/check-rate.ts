/** A rate belongs to its currency: with another currency another one is entered. */
import { fail } from '#kernel/base/fail.ts'
import { equals, type Decimal } from '#kernel/money/decimal.ts'
import type { Listener } from '#kernel/module.ts'

interface Rated {
  currency: string
  rate: Decimal | null
}

/**
 * Listens to the update of a document, which in base currency has the rate one.
 * @throws {Refusal} `document.no-rate` when the rate of the former currency is left standing
 */
export const checkRate: Listener = async (ctx, facts) => {
  const { before, row } = facts as unknown as { before: Rated; row: Rated }
  const { currency } = row
  if (currency === before.currency || currency === ctx.currency) return
  if (row.rate === null || !equals(row.rate, before.rate ?? '0')) return
  fail('document.no-rate', { currency }, { field: 'rate' })
}
