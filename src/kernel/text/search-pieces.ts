/** Cuts a text into what search knows: runs of Chinese characters, chunks of Latin and digits. */
import { fold, withoutMarks } from './fold.ts'

export interface Pieces {
  /** Runs of Chinese, Japanese or Korean characters, not yet folded to one script. */
  readonly cjk: readonly string[]
  /** What stood between spaces, cut at marks and where letters meet digits: `so 202611 0382`. */
  readonly chunks: readonly (readonly string[])[]
}

/** Longer tokens are cut to this; a query is cut likewise, so it still finds them. */
const LONGEST = 32

const CJK = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々`
const CJK_RUN = new RegExp(`[${CJK}]+`, 'gu')
const PIECE = /\p{N}+|[\p{L}\p{M}]+/gu
/** A phone number with nothing else: digits and its marks, perhaps an extension behind. */
const PHONE = /^([+(\d][\d\s().-]{5,})(?:(?:#|x|;?ext[.=]?|分機|分机|转|轉)\s*\d{1,8})?$/

const DIGIT = /\p{N}/u

/** @param text as `fold` gives it */
export function piecesOf(text: string): Pieces {
  const chunks = text
    .replaceAll(CJK_RUN, ' ')
    .split(' ')
    .map((chunk) => withoutMarks(chunk).match(PIECE) ?? [])
    .filter((pieces) => pieces.length > 0)
  return { cjk: text.match(CJK_RUN) ?? [], chunks }
}

/** The digits of a text that is a phone number as a whole, else null; without its extension. */
export function phoneDigits(text: string): string | null {
  if (!DIGIT.test(text)) return null
  const number = PHONE.exec(fold(text))?.[1]?.replaceAll(/\D/g, '')
  return number && number.length >= 6 && number.length <= 15 ? number : null
}

const needsQuote = /['\\]/

/** A lexeme as PostgreSQL reads it in a tsvector or tsquery. */
export function quoteToken(token: string): string {
  return needsQuote.test(token) ? `'${token.replaceAll(/['\\]/g, '$&$&')}'` : `'${token}'`
}

export function cut(token: string): string {
  return token.length <= LONGEST ? token : Array.from(token).slice(0, LONGEST).join('')
}

/** Numbers as typed without their leading zeros; the number itself when it has none. */
export function withoutZeros(token: string): string {
  return token.replace(/^0+(?=\d)/, '')
}
