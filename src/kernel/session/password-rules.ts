/** Which passwords are refused: short ones, the owner's names, and those that many people use. */
import { fail } from '../base/fail.ts'

export interface Owner {
  name: string
  email: string
}

export const leastCharacters = 10
const leastDifferent = 4

/**
 * The commonest of ten characters and more, from published leaks; `plain` below undoes what people
 * add to a common word, so that `Password2024!` counts as `password`.
 */
const common = new Set(
  `password passwort passw0rd p@ssw0rd p@ssword passwordpassword qwertyuiop qwerty qwertyqwerty
  qwertyuiopasdfghjkl asdfghjkl asdfghjklzxcvbnm zxcvbnm zxcvbnmasdfghjkl 1qaz2wsx 1qaz2wsx3edc
  1qaz2wsx3edc4rfv qazwsxedc qazwsxedcrfv 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5
  zaq12wsx zaq1xsw2 1234qwer qwer1234 qwe123qwe asd123asd abcdefghij abcdefghijk abcdefghijklmnop
  iloveyou iloveyouforever woaini woaiwojia woainilaopo sunshine princess football baseball
  superman welcome letmein trustno1 monkey dragon master shadow michael jennifer computer internet
  administrator admin adminadmin administrators changeme default secret shangmai company
  qweasdzxc qweasd qwaszx wsxedc 5201314 woaini1314 woaini520 wo5201314 a5201314 abc123 abcd1234
  a1b2c3d4e5 aa123456 a123456 q123456 qq123456 123456a 123abc 1a2b3c4d5e 0a1b2c3d`
    .split(/\s+/u)
    .flatMap((word) => [word, plain(word)])
    .filter((word) => word.length >= 4),
)

/**
 * @throws {Refusal} `session.weak-password` at `field`, with `why`: short, personal or common
 */
export function checkPassword(password: string, owner: Owner, field: string): void {
  const why = weakness(password.normalize('NFKC'), owner)
  if (why) fail('session.weak-password', { why, least: leastCharacters }, { field })
}

function weakness(password: string, owner: Owner): string | null {
  const letters = Array.from(password)
  if (letters.length < leastCharacters) return 'short'
  if (isPersonal(password, owner)) return 'personal'
  if (new Set(letters).size < leastDifferent || isRun(letters) || isCommon(password))
    return 'common'
  return null
}

function isPersonal(password: string, { name, email }: Owner): boolean {
  const [local = ''] = email.split('@')
  const own = [name, email, local].flatMap((word) => [folded(word), plain(word)])
  return own.some((word) => word !== '' && [folded(password), plain(password)].includes(word))
}

function isCommon(password: string): boolean {
  return common.has(password.toLowerCase()) || common.has(plain(password))
}

/** Letters and digits alone, in small letters. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** The word inside, without the digits and signs people put before and after it. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
}

/** 1234567890, 9876543210, abcdefghij: each character follows the one before; 90 and 09 join. */
function isRun(letters: string[]): boolean {
  const codes = letters.map((letter) => letter.codePointAt(0) ?? 0)
  return [1, -1].some((step) =>
    codes.every((code, at) => {
      const before = codes[at - 1]
      return before === undefined || code - before === step || code - before === -9 * step
    }),
  )
}
