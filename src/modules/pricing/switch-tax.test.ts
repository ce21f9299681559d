/** Net or gross prices: the customer pays the same, after one switch as after two. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { minorUnits, smallestAmount } from '#kernel/money/currency.ts'
import { abs, compare, dividedBy, minus, plus, times } from '#kernel/money/decimal.ts'
import { grossFromNet } from '#kernel/money/tax.ts'
import { documentAmounts } from './index.ts'
import { switchedTax } from './switch-tax.ts'

const decimal = (places: number, most: number) =>
  fc
    .integer({ min: 1, max: most })
    .map((units) => dividedBy(String(units), `1${'0'.repeat(places)}`, places))
const tax = fc.constantFrom('0', '5', '13', '7.7')
const documentOf = (line: fc.Arbitrary<Line>, ...currencies: string[]) =>
  fc.record({
    lines: fc.array(line, { maxLength: 6 }),
    currency: fc.constantFrom('TWD', ...currencies),
    cents: fc.integer({ min: 1, max: 99_999 }),
    freightTaxPercent: fc.option(tax),
  })
const any = documentOf(
  fc.record({
    quantity: decimal(3, 999_999),
    unitPrice: decimal(6, 999_999_999),
    discountPercent: fc.option(decimal(2, 9900)),
    taxPercent: tax,
  }),
  'JPY',
)
const simple = documentOf(
  fc.record({
    quantity: fc.integer({ min: 1, max: 9999 }).map(String),
    unitPrice: decimal(2, 9_999_999),
    discountPercent: fc.constant(null),
    taxPercent: tax,
  }),
)

interface Line {
  quantity: string
  unitPrice: string
  discountPercent: string | null
  taxPercent: string
}

type Document = typeof any extends fc.Arbitrary<infer D> ? D : never

function given({ cents, ...document }: Document, priceIncludesTax: boolean) {
  const freight = times(String(cents), smallestAmount(document.currency))
  return { ...document, freight, priceIncludesTax }
}

const turned = <D extends ReturnType<typeof given>>(document: D) => ({
  ...document,
  ...switchedTax(document),
})

test('from net to gross nothing changes for the customer, and back neither', () => {
  fc.assert(
    fc.property(any, (drawn) => {
      const net = given(drawn, false)
      const gross = turned(net)
      const before = documentAmounts(net)
      expect(documentAmounts(gross).gross).toBe(before.gross)
      const back = turned(gross)
      expect(documentAmounts(back).gross).toBe(before.gross)
      expect(back.freight).toBe(net.freight)
    }),
  )
})

test('from gross to net nothing changes where a net amount with its tax comes to it', () => {
  fc.assert(
    fc.property(any, (drawn) => {
      const gross = given(drawn, true)
      const [before, after] = [documentAmounts(gross), documentAmounts(turned(gross))]
      const taxes = [...gross.lines.map((line) => line.taxPercent), gross.freightTaxPercent ?? '0']
      const all = [...before.lines, before.freight]
      const now = [...after.lines, after.freight]
      for (const [index, { gross: paid, net }] of all.entries()) {
        const places = minorUnits(gross.currency)
        const unit = smallestAmount(gross.currency)
        const off = abs(minus(now[index]?.gross ?? '0', paid))
        expect(compare(off, unit)).toBeLessThanOrEqual(0)
        if (off === '0') continue
        for (const near of [minus(net, unit), net, plus(net, unit)]) {
          expect(grossFromNet(near, taxes[index] ?? '0', places)).not.toBe(paid)
        }
      }
    }),
  )
})

test('prices in cents are, switched twice, what was typed', () => {
  fc.assert(
    fc.property(simple, (drawn) => {
      const net = given(drawn, false)
      expect(turned(turned(net))).toEqual(net)
    }),
  )
})

test('freight is switched by its own tax', () => {
  const document = { lines: [], currency: 'TWD', freight: '60', freightTaxPercent: '5' }
  const gross = switchedTax({ ...document, priceIncludesTax: false })
  expect(gross).toEqual({ lines: [], freight: '63', priceIncludesTax: true })
  const untaxed = { ...document, freightTaxPercent: null, priceIncludesTax: true }
  expect(switchedTax(untaxed).freight).toBe('60')
  expect(switchedTax({ ...untaxed, freight: null }).freight).toBeNull()
})
