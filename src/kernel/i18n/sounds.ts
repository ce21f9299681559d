/** How short Chinese labels sound in Latin letters, so that commands are found by pinyin too. */
import type { Locale } from '../http/wire.ts'
import { pinyinTokens } from '../text/pinyin.ts'
import { catalogueOf } from './catalogues.ts'

/** Longer messages are sentences, which nobody types to find a command. */
const longestLabel = 12
const kept = new Map<Locale, Readonly<Record<string, string>>>()

/** Label → pinyin and initials, parted by spaces: '報價單' → 'baojiadan bjd jiadan jd …'. */
export function soundsOf(locale: Locale): Readonly<Record<string, string>> {
  if (locale === 'en') return {}
  const known = kept.get(locale)
  if (known) return known
  const labels = new Set(Object.values(catalogueOf(locale)).filter(isLabel))
  const sounds = Object.fromEntries([...labels].map((label) => [label, soundOf(label)]))
  kept.set(locale, sounds)
  return sounds
}

function isLabel(text: string): boolean {
  return text.length <= longestLabel && /^[\p{Script=Han}A-Za-z0-9 、]+$/u.test(text)
}

function soundOf(label: string): string {
  const runs = label.match(/\p{Script=Han}+/gu) ?? []
  return runs.flatMap((run) => pinyinTokens(run)).join(' ')
}
