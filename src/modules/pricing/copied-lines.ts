/** What a line takes along when a document is made of another: the goods and the agreed price. */
import type { Decimal } from '#kernel/money/decimal.ts'

export interface AgreedLine {
  product: string
  description: string | null
  quantity: Decimal
  unit: string | null
  unitPrice: Decimal
  discountPercent: Decimal | null
  taxPercent: Decimal
}

export function copiedLines(lines: readonly AgreedLine[]): AgreedLine[] {
  return lines.map(
    ({ product, description, quantity, unit, unitPrice, discountPercent, taxPercent }) => ({
      product,
      description,
      quantity,
      unit,
      unitPrice,
      discountPercent,
      taxPercent,
    }),
  )
}

export interface AgreedTerms {
  customer: string
  currency: string
  rate: Decimal | null
  priceIncludesTax: boolean
  freight: Decimal | null
  freightTaxPercent: Decimal | null
}

/** Customer, currency and freight of a document, for one made of it. */
export function copiedTerms(document: AgreedTerms): AgreedTerms {
  const { customer, currency, rate, priceIncludesTax, freight, freightTaxPercent } = document
  return { customer, currency, rate, priceIncludesTax, freight, freightTaxPercent }
}
