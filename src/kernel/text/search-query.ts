/** Turns what a user typed into a query over search tokens; whatever was typed, it is valid. */
import { fold } from './fold.ts'
import { foldScript } from './script.ts'
import { cut, phoneDigits, piecesOf, quoteToken, withoutZeros } from './search-pieces.ts'

const READ = 200
const MOST_TERMS = 24
/** A number this long is likely a phone number, typed with the 0 that its +886 form lacks. */
const PHONE_LENGTH = 7

/**
 * A `tsquery` text, or null when nothing typed can be searched. All terms must be there: Chinese
 * by pairs (a single character by itself), Latin and digits by prefix, from two characters on.
 */
export function tsqueryOf(query: string): string | null {
  const folded = fold(query.slice(0, READ))
  const { cjk, chunks } = piecesOf(folded)
  const terms = new Set(cjk.flatMap((run) => pairsOf(foldScript(run)).map(quoteToken)))
  const words = chunks.map((pieces) => pieces.join('')).filter((word) => word.length > 1)
  const wordTerms = new Set(words.map(termOf))
  const phone = cjk.length === 0 ? phoneDigits(folded) : null
  if (phone && wordTerms.size > 1) return `${termOf(phone)} | (${[...wordTerms].join(' & ')})`
  for (const term of wordTerms) terms.add(term)
  const used = [...terms].slice(0, MOST_TERMS)
  return used.length === 0 ? null : used.join(' & ')
}

function termOf(word: string): string {
  const prefix = `${quoteToken(cut(word))}:*`
  const bare = withoutZeros(word)
  if (bare === word || word.length < PHONE_LENGTH) return prefix
  return `(${prefix} | ${quoteToken(cut(bare))}:*)`
}

function pairsOf(run: string): string[] {
  const characters = Array.from(run)
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}
