/** Shares of an invoice: the entry balances at any rate, and orders give back what they gave. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dividedBy, minus, negate, plus, sum } from '#kernel/money/decimal.ts'
import { baseAmount, documentAmounts } from '#modules/pricing/index.ts'
import { invoicedPart } from './invoiced-part.ts'
import { claimPosting } from './posting.ts'

const decimal = (places: number, most: number) =>
  fc
    .integer({ min: 1, max: most })
    .map((units) => dividedBy(String(units), `1${'0'.repeat(places)}`, places))

const line = fc.record({
  quantity: decimal(3, 99_999),
  unitPrice: decimal(4, 9_999_999),
  taxPercent: fc.constantFrom('0', '5', '13', '8.25'),
})
const claim = fc.record({
  kind: fc.constantFrom('invoice', 'credit'),
  customer: fc.constant('somebody'),
  currency: fc.constantFrom('TWD', 'USD', 'JPY', 'KWD'),
  priceIncludesTax: fc.boolean(),
  freight: fc.option(decimal(2, 99_999)),
  freightTaxPercent: fc.constantFrom(null, '5'),
  lines: fc.array(line, { minLength: 1, maxLength: 8 }),
})

test('an entry balances at any rate, in base and in its own currency', () => {
  fc.assert(
    fc.property(claim, decimal(10, 2 ** 31 - 1), (given, rate) => {
      const { gross } = documentAmounts(given)
      const base = baseAmount(gross, rate, 'TWD')
      const posting = claimPosting(given, base, 'TWD')
      const sides = posting.map(({ debit = '0', credit = '0' }) => minus(debit, credit))
      expect(sum(sides)).toBe('0')
      expect(sum(posting.map(({ amount = '0' }) => amount))).toBe('0')
      const owed = given.kind === 'invoice' ? base : negate(base)
      expect(sides[0]).toBe(plus(owed, '0'))
    }),
  )
})

const ordered = fc.record({
  gross: decimal(2, 9_999_999),
  parts: fc.array(decimal(2, 9999), { minLength: 1, maxLength: 4 }),
})

test('parts of an order take over its whole value, and taken back give it back', () => {
  fc.assert(
    fc.property(
      fc.array(ordered, { minLength: 1, maxLength: 4 }),
      decimal(4, 999_999),
      (all, rate) => {
        const lines = all.map(({ gross, parts }, index) => ({
          id: String(index),
          quantity: sum(parts),
          invoicedQuantity: '0',
          gross,
        }))
        const baseTotal = baseAmount(plus(sum(all.map((one) => one.gross)), '12.34'), rate, 'TWD')
        const order = { lines, rate, baseTotal, invoicedBase: '0' }
        const steps = all.flatMap(({ parts }, index) =>
          parts.map((part) => new Map([[String(index), part]])),
        )
        const taken = steps.map((step) => advance(order, step))
        expect(order.invoicedBase).toBe(baseTotal)
        const back = steps
          .toReversed()
          .map((step) => new Map([...step].map(([id, part]) => [id, negate(part)])))
        const given = back.map((step) => negate(advance(order, step)))
        expect(given.toReversed()).toEqual(taken)
        expect(order.invoicedBase).toBe('0')
      },
    ),
  )
})

type Order = Parameters<typeof invoicedPart>[0]

function advance(order: { -readonly [K in keyof Order]: Order[K] }, step: Map<string, string>) {
  const part = invoicedPart(order, step, 'TWD')
  order.invoicedBase = plus(order.invoicedBase, part)
  order.lines = order.lines.map((one) => ({
    ...one,
    invoicedQuantity: plus(one.invoicedQuantity, step.get(one.id) ?? '0'),
  }))
  return plus(part, '0')
}
