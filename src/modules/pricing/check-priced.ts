/** What every priced document must have before it binds anybody. */
import { fail } from '#kernel/base/fail.ts'
import type { Decimal } from '#kernel/money/decimal.ts'

interface Priced {
  lines: readonly unknown[]
  currency: string
  rate: Decimal | null
}

/** @throws {Refusal} `document.no-lines`, `document.no-rate` */
export function checkPriced<P extends Priced>(document: P): asserts document is P & Rated {
  if (document.lines.length === 0) fail('document.no-lines', {}, { field: 'lines' })
  if (document.rate === null) {
    fail('document.no-rate', { currency: document.currency }, { field: 'rate' })
  }
}

interface Rated {
  rate: Decimal
}
