/** How Chinese names are typed in Latin letters: full pinyin and initials, from several places. */
import { pinyin } from 'pinyin-pro'
import { toSimplified } from './script.ts'

/** A name is found from any of its first syllables on: 北京鼎盛 by `dingsheng` and `ds`. */
const STARTS = 6
const KEPT = 5000

/** Readings that a character has as a family name, where they differ from its common one. */
const FAMILY_NAMES: ReadonlyMap<string, string> = new Map(
  (
    '曾zeng 单shan 仇qiu 解xie 区ou 朴piao 查zha 乐yue 盖ge 任ren 尉yu 黑he 折she 秘bi 繁po ' +
    '召shao 种chong 祭zhai 翟zhai 冼xian 缪miao 覃tan 逄pang 句gou 员yun 万mo 宿su 洗xian 牟mu'
  )
    .split(' ')
    .map((entry) => [entry.charAt(0), entry.slice(1)]),
)

const tokensByRun = new Map<string, readonly string[]>()

/**
 * Tokens for a run of Chinese characters in either script; found by prefix. ü is `v` and `u`.
 * The answers for recent runs are kept, since names recur from document to document.
 */
export function pinyinTokens(run: string): readonly string[] {
  const kept = tokensByRun.get(run)
  if (kept) return kept
  if (tokensByRun.size >= KEPT) tokensByRun.clear()
  const tokens = makeTokens(toSimplified(run))
  tokensByRun.set(run, tokens)
  return tokens
}

function makeTokens(run: string): string[] {
  const options = { toneType: 'none', type: 'array', v: true, toneSandhi: false } as const
  const syllables = pinyin(run, options)
  const tokens = new Set<string>()
  for (let start = 0; start < Math.min(STARTS, syllables.length); start += 1) {
    addForms(tokens, syllables.slice(start))
  }
  const family = FAMILY_NAMES.get(run.charAt(0))
  if (family && family !== syllables[0]) addForms(tokens, [family, ...syllables.slice(1)])
  return [...tokens]
}

function addForms(tokens: Set<string>, syllables: readonly string[]): void {
  const latin = syllables.filter((syllable) => /^[a-z]+$/.test(syllable))
  const full = latin.join('')
  if (full !== '') tokens.add(full)
  if (full.includes('v')) tokens.add(full.replaceAll('v', 'u'))
  if (latin.length > 1) tokens.add(latin.map((syllable) => syllable.charAt(0)).join(''))
}
