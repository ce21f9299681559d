/** Traditional and Simplified Chinese as one script, so that 宏達 and 宏达 find each other. */
import { Converter } from 'opencc-js/t2cn'

/** Written variants that OpenCC leaves alone because either may stand in good text. */
const VARIANTS: ReadonlyMap<string, string> = new Map([
  ['著', '着'],
  ['戸', '户'],
  ['囯', '国'],
  ['姪', '侄'],
  ['劵', '券'],
  ['塩', '盐'],
])

const folded = new Map<string, string>()
let converter: ((text: string) => string) | undefined

/** Good Simplified text: by phrases, so 乾坤 stays and 乾燥 becomes 干燥. For reading, not keys. */
export function toSimplified(text: string): string {
  // Building the converter takes 30 ms, which start-up shall not pay.
  const convert: (text: string) => string = converter ?? Converter({ from: 't', to: 'cn' })
  converter = convert
  return convert(text)
}

/**
 * One key for both scripts: each character by itself, whatever stands beside it, so that a part of
 * a text folds as it does inside the whole. Not for reading: 乾坤 becomes 干坤.
 */
export function foldScript(text: string): string {
  return text.replaceAll(/\p{Script=Han}/gu, foldCharacter)
}

function foldCharacter(character: string): string {
  const kept = folded.get(character)
  if (kept !== undefined) return kept
  const made = VARIANTS.get(character) ?? toSimplified(character)
  folded.set(character, made)
  return made
}
