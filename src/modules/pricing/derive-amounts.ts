/** The computed fields of a priced document in draft; afterwards they stand as agreed. */
import type { Values } from '#kernel/entity/parse-draft.ts'
import type { Place } from '#kernel/field/field.ts'
import { baseAmount, documentAmounts, type PricedDocument } from './document-amounts.ts'

type PricedRow = PricedDocument & { rate: string | null; status: string; lines: Values[] }

/** Net, tax and gross per line and in all; the rate of the base currency is always one. */
export function deriveAmounts(row: Readonly<Values>, { currency: base }: Place): Values {
  const document = row as unknown as PricedRow
  if (document.status !== 'draft') return {}
  const amounts = documentAmounts(document)
  const rate = document.currency === base ? '1' : document.rate
  return {
    lines: document.lines.map((line, index) => ({ ...line, ...amounts.lines[index] })),
    rate,
    net: amounts.net,
    tax: amounts.tax,
    total: amounts.gross,
    baseTotal: rate === null ? null : baseAmount(amounts.gross, rate, base),
  }
}
