/** Numbers of companies in the register of their country, and whether they can be right. */

export type NumberVerdict = 'right' | 'wrong' | 'unknown'

/**
 * Taiwan: 統一編號, by the rule of the Ministry of Finance as it holds since April 2023. China: the
 * 統一社會信用代碼 of GB 32100-2015. Hong Kong: the business registration number, whose form alone
 * is published.
 * @returns `wrong` where the form is right and the check digit is not, `unknown` where the form is
 *   another one (an older number, a private person's); null for countries without a known rule
 */
export function checkCompanyNumber(number: string, country: string): NumberVerdict | null {
  const plain = number.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/gu, '')
  return rules[country]?.(plain) ?? null
}

const rules: Readonly<Record<string, (plain: string) => NumberVerdict>> = {
  TW: taiwan,
  CN: mainland,
  HK: (plain) => (/^\d{8}(?:\d{8})?$/u.test(plain) ? 'right' : 'unknown'),
}

const taiwanWeights = [1, 2, 1, 2, 1, 2, 4, 1]

/** Digits of the products are added up; since 2023 the sum is a multiple of five, before of ten. */
function taiwan(plain: string): NumberVerdict {
  if (!/^\d{8}$/u.test(plain)) return 'unknown'
  const sum = taiwanWeights.reduce((total, weight, at) => {
    const product = weight * Number(plain[at])
    return total + Math.floor(product / 10) + (product % 10)
  }, 0)
  // A seven in the seventh place makes 28, whose digits add up to ten: taken as one or as nothing.
  const isRight = sum % 5 === 0 || (plain[6] === '7' && (sum + 1) % 5 === 0)
  return isRight ? 'right' : 'wrong'
}

/** Without I, O, S, V and Z, which look like figures. */
const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

function mainland(plain: string): NumberVerdict {
  const digits = [...plain].map((letter) => letters.indexOf(letter))
  if (digits.length !== 18 || digits.includes(-1)) return 'unknown'
  const sum = digits.slice(0, 17).reduce((total, digit, at) => total + digit * (3 ** at % 31), 0)
  return digits[17] === (31 - (sum % 31)) % 31 ? 'right' : 'wrong'
}
