/** What every priced document must have before it binds anybody. */
import { fail } from '#kernel/base/fail.ts'
import type { Decimal } from '#kernel/money/decimal.ts'

interface Unrated {
  currency: string
  rate: Decimal | null
}

interface Priced extends Unrated {
  lines: readonly unknown[]
}

/** @throws {Refusal} `document.no-lines`, `document.no-rate` */
export function checkPriced<P extends Priced>(document: P): asserts document is P & Rated {
  if (document.lines.length === 0) fail('document.no-lines', {}, { field: 'lines' })
  checkRated(document)
}

/** @throws {Refusal} `document.no-rate` */
export function checkRated<P extends Unrated>(document: P): asserts document is P & Rated {
  const { currency, rate } = document
  if (rate === null) fail('document.no-rate', { currency }, { field: 'rate' })
}

interface Rated {
  rate: Decimal
}
