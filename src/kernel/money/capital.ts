/**
 * Amounts in Chinese capitals, as cheques, receipts and contracts want them (人民幣大寫, 新臺幣大寫).
 *
 * Rules: 正确填写票据和结算凭证的基本规定 (People's Bank of China, 支付结算办法 annex 1). Where it
 * leaves a choice we take its first form: 零 stands between 元 and 角 when the 元 digit is 0
 * (捌拾元零叁角), and not after 万 when the thousands follow at once (壹拾万柒仟). 整 closes an
 * amount in whole 元 only.
 */
import type { Decimal } from './decimal.ts'
import { readFixed, roundToUnits } from './fixed.ts'

export interface CapitalForm {
  readonly script: 'zh-Hant' | 'zh-Hans'
  /** What stands before the amount; empty for the bare amount. By the currency unless given. */
  readonly prefix?: string
}

interface Words {
  readonly digits: string
  readonly tens: readonly string[]
  /** Value and name of the large units, largest first. */
  readonly large: readonly (readonly [size: bigint, name: string])[]
  readonly negative: string
}

const TEN_THOUSAND = 10n ** 4n
const HUNDRED_MILLION = 10n ** 8n
const TRILLION = 10n ** 12n
const LIMIT = 10n ** 16n

const WORDS: Record<CapitalForm['script'], Words> = {
  // In Taiwan 兆 is 10^12; on the mainland it is avoided and 万亿 is written.
  'zh-Hant': {
    digits: '零壹貳參肆伍陸柒捌玖',
    tens: ['', '拾', '佰', '仟'],
    large: [
      [TRILLION, '兆'],
      [HUNDRED_MILLION, '億'],
      [TEN_THOUSAND, '萬'],
    ],
    negative: '負',
  },
  'zh-Hans': {
    digits: '零壹贰叁肆伍陆柒捌玖',
    tens: ['', '拾', '佰', '仟'],
    large: [
      [HUNDRED_MILLION, '亿'],
      [TEN_THOUSAND, '万'],
    ],
    negative: '负',
  },
}

const PREFIXES: Record<CapitalForm['script'], Readonly<Record<string, string>>> = {
  'zh-Hant': { CNY: '人民幣', TWD: '新臺幣', HKD: '港幣', MOP: '澳門幣', JPY: '日圓' },
  'zh-Hans': { CNY: '人民币', TWD: '新台币', HKD: '港币', MOP: '澳门币', JPY: '日元' },
}

/**
 * `capitalAmount('1409.50', 'CNY', { script: 'zh-Hans' })` is `人民币壹仟肆佰零玖元伍角`.
 * @throws Error for 10^16 and above, and for parts of a 分 (round the amount first)
 */
export function capitalAmount(amount: Decimal, currency: string, form: CapitalForm): string {
  const words = WORDS[form.script]
  const cents = centsOf(amount)
  const sign = cents < 0n ? words.negative : ''
  return prefixOf(currency, form) + sign + absoluteWords(cents < 0n ? -cents : cents, words)
}

function centsOf(amount: Decimal): bigint {
  const { units, scale } = readFixed(amount)
  const cents = roundToUnits(units, scale, 2)
  const exact = scale <= 2 || roundToUnits(cents, 2, scale) === units
  if (!exact) throw new Error(`${amount} has parts of a cent`)
  if (cents >= LIMIT * 100n || -cents >= LIMIT * 100n) throw new Error(`${amount} is too large`)
  return cents
}

function prefixOf(currency: string, { script, prefix }: CapitalForm): string {
  if (prefix !== undefined) return prefix
  const known = PREFIXES[script][currency]
  return known ?? new Intl.DisplayNames(script, { type: 'currency' }).of(currency) ?? currency
}

function absoluteWords(cents: bigint, words: Words): string {
  const whole = cents / 100n
  const tenths = Number((cents / 10n) % 10n)
  const hundredths = Number(cents % 10n)
  const zero = words.digits.charAt(0)
  if (cents === 0n) return `${zero}元整`
  const yuan = whole === 0n ? '' : `${wholeWords(whole, words)}元`
  if (tenths === 0 && hundredths === 0) return `${yuan}整`
  const gap = yuan !== '' && (tenths === 0 || whole % 10n === 0n) ? zero : ''
  const jiao = tenths === 0 ? '' : `${words.digits.charAt(tenths)}角`
  const fen = hundredths === 0 ? '' : `${words.digits.charAt(hundredths)}分`
  return yuan + gap + jiao + fen
}

/** 零 stands where the place or the whole group of four before the next word is empty. */
function wholeWords(whole: bigint, words: Words): string {
  for (const [size, name] of words.large) {
    if (whole < size) continue
    const high = whole / size
    const rest = whole % size
    if (rest === 0n) return wholeWords(high, words) + name
    const gap = rest * 10n < size || high % TEN_THOUSAND === 0n ? words.digits.charAt(0) : ''
    return wholeWords(high, words) + name + gap + wholeWords(rest, words)
  }
  return smallWords(Number(whole), words)
}

function smallWords(whole: number, words: Words): string {
  const digits = Array.from(String(whole), Number)
  let text = ''
  digits.forEach((digit, index) => {
    if (digit === 0) return
    const gap = index > 0 && digits[index - 1] === 0 ? words.digits.charAt(0) : ''
    text += gap + words.digits.charAt(digit) + (words.tens[digits.length - 1 - index] ?? '')
  })
  return text
}
