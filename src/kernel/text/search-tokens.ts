/** The words under which a record is found: Chinese by pairs and pinyin, numbers by their parts. */
import { fold } from './fold.ts'
import { pinyinTokens } from './pinyin.ts'
import { foldScript } from './script.ts'
import { cut, phoneDigits, piecesOf, quoteToken, withoutZeros } from './search-pieces.ts'

export { tsqueryOf } from './search-query.ts'

/** Of a long text only this much is searched by words. */
const READ = 10_000
/** Pinyin is for names; in longer texts it would find everything. */
const NAME = 80
/** PostgreSQL refuses a tsvector of 1 MB; a UTF-16 unit is at most 3 bytes there. */
const ROOM = 1_000_000 / 3
/** From this many digits on a number is also found by its middle, as phone numbers are. */
const PHONE_LENGTH = 6
const SHORTEST_END = 4
const LONGEST_END = 11

/**
 * Tokens of one text, without repetition:
 * - Chinese: characters and pairs, folded to Simplified; for names also pinyin and initials;
 * - Latin and digits: from each part to the end of its chunk without marks, so that
 *   `SO-202611-0382` is found by `so2026110382`, `2026110382`, `0382` and `382`;
 * - phone numbers: all digits and each ending of 4 to 11 digits.
 * Latin and digits are meant to be found by prefix (`tsqueryOf` does).
 * @param silent without pinyin and initials
 */
export function tokensOf(text: string, silent = false): string[] {
  const tokens = new Set<string>()
  const phone = phoneDigits(text)
  if (phone) addDigits(tokens, phone)
  const folded = fold(text.slice(0, READ))
  // A name may be spaced (王 小明) and typed without: pairs reach over the space.
  const { cjk, chunks } = piecesOf(
    folded.replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, ''),
  )
  for (const run of cjk) {
    addCharacters(tokens, foldScript(run))
    if (!silent && folded.length <= NAME)
      for (const token of pinyinTokens(run)) tokens.add(cut(token))
  }
  for (const pieces of chunks) addChunk(tokens, pieces)
  return [...tokens]
}

/**
 * A `tsvector` literal (no positions) of all texts of a record; an empty one for no tokens.
 * @param silent texts that are not found by their sound
 */
export function tsvectorOf(texts: readonly string[], silent: readonly string[] = []): string {
  const tokens = new Set([
    ...texts.flatMap((text) => tokensOf(text)),
    ...silent.flatMap((text) => tokensOf(text, true)),
  ])
  const quoted: string[] = []
  let room = ROOM
  for (const token of tokens) {
    room -= token.length
    if (room < 0) break
    quoted.push(quoteToken(token))
  }
  return quoted.join(' ')
}

function addCharacters(tokens: Set<string>, run: string): void {
  let before = ''
  for (const character of run) {
    tokens.add(character)
    if (before) tokens.add(before + character)
    before = character
  }
}

function addChunk(tokens: Set<string>, pieces: readonly string[]): void {
  let rest = pieces.join('')
  if (rest.length >= PHONE_LENGTH && /^\d+$/.test(rest)) addDigits(tokens, rest)
  for (const piece of pieces) {
    if (rest.length > 1) tokens.add(cut(rest))
    const trimmed = withoutZeros(rest)
    if (trimmed.length > 1) tokens.add(cut(trimmed))
    rest = rest.slice(piece.length)
  }
}

function addDigits(tokens: Set<string>, digits: string): void {
  tokens.add(cut(digits))
  for (let length = SHORTEST_END; length <= LONGEST_END; length += 1) {
    if (length < digits.length) tokens.add(digits.slice(-length))
  }
}
