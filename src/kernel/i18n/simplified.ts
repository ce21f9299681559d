/**
 * Simplified Chinese derived from Traditional: first the words of a reviewed glossary, the longest
 * first, then OpenCC with the phrases of Taiwan (tw2sp). Where that is still wrong a whole text is
 * overridden, by its English key. ICU placeholders and tags are Latin and pass untouched.
 */
import { Converter } from 'opencc-js/t2cn'
import glossary from './zh-Hans.glossary.json' with { type: 'json' }
import overrides from './zh-Hans.overrides.json' with { type: 'json' }
import type { Catalogue } from './message.ts'

const WORDS: ReadonlyMap<string, string> = new Map(Object.entries(glossary))
const WORD = new RegExp([...WORDS.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'g')
const QUOTES: Readonly<Record<string, string>> = { '「': '“', '」': '”', '『': '‘', '』': '’' }

let converter: ((text: string) => string) | undefined

/** A text of the Traditional catalogue as it is said on the mainland. */
export function simplified(text: string): string {
  let made = ''
  let at = 0
  for (const match of text.matchAll(WORD)) {
    made += convert(text.slice(at, match.index)) + (WORDS.get(match[0]) ?? '')
    at = match.index + match[0].length
  }
  const whole = made + convert(text.slice(at))
  return whole.replaceAll(/[「」『』]/g, (mark) => QUOTES[mark] ?? mark)
}

/** The whole Simplified catalogue, with the overrides in it. */
export function simplifiedCatalogue(
  traditional: Catalogue,
  own: Catalogue = overrides,
): Record<string, string> {
  const entries = Object.entries(traditional)
  const derived = entries.map(([english, text]) => [english, own[english] ?? simplified(text)])
  return Object.fromEntries(derived) as Record<string, string>
}

function convert(text: string): string {
  if (text === '') return text
  const toCn: (text: string) => string = converter ?? Converter({ from: 'twp', to: 'cn' })
  converter = toCn
  return toCn(text)
}
