/** What an opportunity comes to: its products or an estimate, and what is to be expected of it. */
import type { Values } from '#kernel/entity/parse-draft.ts'
import type { Place } from '#kernel/field/field.ts'
import { roundMoney } from '#kernel/money/currency.ts'
import { round, sum, times, type Decimal } from '#kernel/money/decimal.ts'
import type { Opportunity } from './opportunity.entity.ts'

const certain: Readonly<Record<string, Decimal>> = { won: '100', lost: '0' }

export function deriveOpportunity(row: Readonly<Values>, { currency: base }: Place): Values {
  const opportunity = row as unknown as Opportunity
  const { currency } = opportunity
  const products = opportunity.products.map((line) => ({
    ...line,
    amount: roundMoney(times(line.quantity, line.unitPrice), currency),
  }))
  const amount =
    products.length > 0 ? sum(products.map((line) => line.amount)) : opportunity.estimate
  const rate = currency === base ? '1' : opportunity.rate
  const baseAmount = amount === null || rate === null ? null : roundMoney(times(amount, rate), base)
  const probability = probabilityOf(opportunity)
  const expected =
    baseAmount === null || probability === null
      ? null
      : roundMoney(times(times(baseAmount, probability), '0.01'), base)
  return { products, amount, rate, baseAmount, probability, expected }
}

/** What is over is certain; before that the person knows better than the stage. */
function probabilityOf({ status, ownProbability, stageProbability }: Opportunity): Decimal | null {
  const probability = certain[status] ?? ownProbability ?? stageProbability
  return probability === null ? null : round(probability, 2)
}
