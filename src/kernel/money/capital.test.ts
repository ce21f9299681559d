/** Amounts in Chinese capitals follow the examples of the central bank's rule. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { capitalAmount } from './capital.ts'
import { writePadded } from './fixed.ts'

// The examples of 正确填写票据和结算凭证的基本规定, in its first form where it gives two.
test.each([
  ['1409.50', '人民币壹仟肆佰零玖元伍角'],
  ['6007.14', '人民币陆仟零柒元壹角肆分'],
  ['1680.32', '人民币壹仟陆佰捌拾元零叁角贰分'],
  ['107000.53', '人民币壹拾万柒仟元零伍角叁分'],
  ['16409.02', '人民币壹万陆仟肆佰零玖元零贰分'],
  ['325.04', '人民币叁佰贰拾伍元零肆分'],
])('the rule writes %s as %s', (amount, expected) => {
  expect(capitalAmount(amount, 'CNY', { script: 'zh-Hans' })).toBe(expected)
})

test.each([
  ['0', '零元整'],
  ['0.00', '零元整'],
  ['0.05', '伍分'],
  ['0.50', '伍角'],
  ['0.55', '伍角伍分'],
  ['1', '壹元整'],
  ['10', '壹拾元整'],
  ['110', '壹佰壹拾元整'],
  ['1001', '壹仟零壹元整'],
  ['1010', '壹仟零壹拾元整'],
  ['10000', '壹万元整'],
  ['100000', '壹拾万元整'],
  ['100500', '壹拾万零伍佰元整'],
  ['10001000', '壹仟万壹仟元整'],
  ['100005000', '壹亿零伍仟元整'],
  ['100000001', '壹亿零壹元整'],
  ['2050000000', '贰拾亿伍仟万元整'],
  ['1000000000000', '壹万亿元整'],
  ['1234500000000', '壹万贰仟叁佰肆拾伍亿元整'],
  ['1000010000000', '壹万亿零壹仟万元整'],
  [
    '9999999999999999.99',
    '玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分',
  ],
])('%s is %s', (amount, expected) => {
  expect(capitalAmount(amount, 'CNY', { script: 'zh-Hans', prefix: '' })).toBe(expected)
})

test.each([
  ['1409.50', 'TWD', '新臺幣壹仟肆佰零玖元伍角'],
  ['236800', 'TWD', '新臺幣貳拾參萬陸仟捌佰元整'],
  ['-120', 'TWD', '新臺幣負壹佰貳拾元整'],
  ['1000000000000', 'TWD', '新臺幣壹兆元整'],
  ['1050000000000', 'TWD', '新臺幣壹兆零伍佰億元整'],
  ['7', 'CNY', '人民幣柒元整'],
  ['7', 'USD', '美元柒元整'],
])('in Traditional %s %s is %s', (amount, currency, expected) => {
  expect(capitalAmount(amount, currency, { script: 'zh-Hant' })).toBe(expected)
})

test('a negative amount says so behind the currency', () => {
  expect(capitalAmount('-0.05', 'CNY', { script: 'zh-Hans' })).toBe('人民币负伍分')
})

test('what cannot be written is a programming error', () => {
  const form = { script: 'zh-Hans' } as const
  expect(() => capitalAmount('10000000000000000', 'CNY', form)).toThrow('too large')
  expect(() => capitalAmount('-10000000000000000', 'CNY', form)).toThrow('too large')
  expect(() => capitalAmount('0.001', 'CNY', form)).toThrow('parts of a cent')
  expect(capitalAmount('0.1200', 'CNY', form)).toBe('人民币壹角贰分')
})

const DIGITS = new Map(Array.from('零壹贰叁肆伍陆柒捌玖', (digit, value) => [digit, BigInt(value)]))
const SIZES = new Map([
  ['分', 1n],
  ['角', 10n],
  ['元', 100n],
  ['拾', 10n],
  ['佰', 100n],
  ['仟', 1000n],
  ['万', 10n ** 4n],
  ['亿', 10n ** 8n],
])

/** Reads capitals back into cents, independently of how they were made. */
function readBack(text: string): bigint {
  let [total, section, high, digit] = [0n, 0n, 0n, 0n]
  for (const word of text.replace('整', '')) {
    const size = SIZES.get(word)
    if (size === undefined) digit = DIGITS.get(word)!
    else if ('拾佰仟'.includes(word)) [section, digit] = [section + digit * size, 0n]
    else if ('角分'.includes(word)) [total, digit] = [total + digit * size, 0n]
    else if (word === '万') [high, section, digit] = [high + (section + digit) * size, 0n, 0n]
    else if (word === '亿') [high, section, digit] = [(high + section + digit) * size, 0n, 0n]
    else [total, section, digit] = [(high + section + digit) * size, 0n, 0n]
  }
  return total
}

test('what is written can be read back, has no double 零 and no 零 before a closing word', () => {
  const digits = fc.constantFrom('0', '0', '0', '1', '5', '9')
  const cents = fc.string({ unit: digits, minLength: 1, maxLength: 18 }).map(BigInt)
  fc.assert(
    fc.property(cents, (value) => {
      const text = capitalAmount(writePadded(value, 2), 'CNY', { script: 'zh-Hans', prefix: '' })
      expect(readBack(text)).toBe(value)
      if (value !== 0n) expect(text).not.toMatch(/零零|零[元整万亿角分]|^零/)
    }),
    { numRuns: 1000 },
  )
})
