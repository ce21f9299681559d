/** How a folded text sounds: pinyin without tones, so that 鸿达, 宏达 and Hongda are one. */
import { pinyin } from 'pinyin-pro'

const kept = new Map<string, string>()
/** Names recur from batch to batch. */
const most = 20_000

/** Chinese as pinyin, ü as u, everything else as it is; no spaces. */
export function soundOf(folded: string): string {
  const known = kept.get(folded)
  if (known !== undefined) return known
  if (kept.size >= most) kept.clear()
  const options = { toneType: 'none', type: 'array', v: true, toneSandhi: false } as const
  const sound = pinyin(folded, options).join('').replaceAll(/[\sv]/gu, spoken)
  kept.set(folded, sound)
  return sound
}

function spoken(letter: string): string {
  return letter === 'v' ? 'u' : ''
}
