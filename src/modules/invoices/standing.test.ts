/** Whatever is credited in whatever order, an invoice is credited to its last cent and no more. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, dividedBy, isZero, minus, plus, sum, times } from '#kernel/money/decimal.ts'
import { documentAmounts } from '#modules/pricing/index.ts'
import { leftOf, takesGoodsBack, type Left, type Standing, type StandingLine } from './standing.ts'

const decimal = (places: number, most: number) =>
  fc
    .integer({ min: 1, max: most })
    .map((units) => dividedBy(String(units), `1${'0'.repeat(places)}`, places))

const line = fc.record({
  quantity: decimal(3, 99_999),
  unitPrice: decimal(4, 9_999_999),
  discountPercent: fc.constantFrom(null, '12.5'),
  taxPercent: fc.constantFrom('0', '5', '13', '8.25'),
})
const document = fc.record({
  currency: fc.constantFrom('TWD', 'JPY', 'KWD'),
  priceIncludesTax: fc.boolean(),
  freight: fc.option(decimal(2, 99_999)),
  freightTaxPercent: fc.constantFrom(null, '5'),
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
})

/** Of each line: how many thirds of what is left, and at which share of its price. */
const step = fc.record({
  thirds: fc.integer({ min: 1, max: 3 }),
  cut: fc.constantFrom('1', '1', '3'),
  freight: fc.boolean(),
})

type Invoice = Omit<Standing, 'lines'> & { lines: (StandingLine & { product: string })[] }

function issued(
  given: Omit<Standing, 'total' | 'credited' | 'creditedFreight' | 'lines'> & {
    lines: readonly { quantity: string; unitPrice: string; taxPercent: string }[]
  },
): Invoice {
  const amounts = documentAmounts(given)
  const lines = given.lines.map((one, index) => ({
    ...one,
    id: String(index),
    product: 'lamp',
    gross: amounts.lines[index]?.gross ?? '0',
    creditedAmount: '0',
    creditedQuantity: '0',
  }))
  return { ...given, lines, total: amounts.gross, credited: '0', creditedFreight: '0' }
}

interface Cut {
  thirds: number
  cut: string
  freight: boolean
}

/** The invoice after a credit note of that share; a cut price leaves the goods. */
function credited(invoice: Invoice, { thirds, cut, freight }: Cut): Invoice {
  const left = leftOf(invoice)
  const typed = invoice.lines.map((one, index) => {
    const { quantity, amount, unitPrice, discountPercent } = left.lines[index] as Left
    const all = isZero(quantity) && !isZero(amount) ? '1' : quantity
    const part = thirds === 3 ? all : dividedBy(times(all, `${thirds}`), '3', 6)
    const price = cut === '1' ? unitPrice : dividedBy(unitPrice, cut, 6)
    return { ...one, quantity: part, unitPrice: price, discountPercent }
  })
  const note = { ...invoice, freight: freight ? left.freight : null, lines: typed }
  const amounts = documentAmounts(note)
  expect(compare(amounts.gross, minus(invoice.total, invoice.credited))).toBeLessThanOrEqual(0)
  const lines = invoice.lines.map((one, index) => {
    const [credit, rest] = [typed[index] as (typeof typed)[number], left.lines[index] as Left]
    const back = takesGoodsBack(one, rest, credit) ? credit.quantity : '0'
    return {
      ...one,
      creditedQuantity: plus(one.creditedQuantity, back),
      creditedAmount: plus(one.creditedAmount, amounts.lines[index]?.gross ?? '0'),
    }
  })
  const creditedFreight = plus(invoice.creditedFreight, amounts.freight.gross)
  return { ...invoice, lines, creditedFreight, credited: plus(invoice.credited, amounts.gross) }
}

const rest: Cut = { thirds: 3, cut: '1', freight: true }

test('the rest of any invoice is credited to the last cent, with all its goods', () => {
  fc.assert(
    fc.property(document, fc.array(step, { maxLength: 4 }), (given, steps) => {
      let invoice = issued(given)
      for (const one of steps) invoice = credited(invoice, one)
      for (const one of invoice.lines) {
        expect(compare(one.creditedAmount, one.gross)).toBeLessThanOrEqual(0)
        expect(compare(one.creditedQuantity, one.quantity)).toBeLessThanOrEqual(0)
      }
      invoice = credited(invoice, rest)
      for (const one of invoice.lines) expect(one.creditedQuantity).toBe(one.quantity)
      while (invoice.credited !== invoice.total) {
        const before = invoice.credited
        invoice = credited(invoice, rest)
        expect(compare(invoice.credited, before)).toBe(1)
      }
    }),
  )
})

test('an untouched invoice is left at its own prices, a touched one at what is left', () => {
  fc.assert(
    fc.property(document, (given) => {
      const invoice = issued(given)
      const left = leftOf(invoice)
      expect(sum([...left.lines.map((one) => one.amount), left.freightAmount])).toBe(invoice.total)
      for (const [index, one] of left.lines.entries()) {
        expect(one.unitPrice).toBe(invoice.lines[index]?.unitPrice)
        expect(one.quantity).toBe(invoice.lines[index]?.quantity)
      }
    }),
  )
})
