/** How much two names speak for one bearer, and why. */
import { editsBetween } from './edits.ts'
import type { Name } from './features.ts'
import { areElsewhere } from './place-names.ts'
import type { Reason } from './rule.ts'

export interface Evidence {
  /** How sure it makes us by itself, 0 to 1. */
  weight: number
  reason: Reason
}

const han = /^\p{Script=Han}+$/u
const longestPersonName = 4
const nameItself = 3
const fewestForBehind = 5

/** The best that any name of the one says with any name of the other; null where nothing does. */
export function nameEvidence(some: readonly Name[], others: readonly Name[]): Evidence | null {
  const all = some.flatMap((one) => others.flatMap((other) => evidenceOf(one, other) ?? []))
  return all.toSorted((a, b) => b.weight - a.weight)[0] ?? null
}

function evidenceOf(a: Name, b: Name): Evidence | null {
  const found = alike(a, b)
  if (!found || a.digits !== b.digits) return null
  return { ...found, weight: found.weight * trust(a, b, found.reason) }
}

function alike(a: Name, b: Name): Evidence | null {
  if (a.core === b.core) return { weight: 0.88, reason: 'same-name' }
  if (a.sound === b.sound) return { weight: 0.8, reason: 'same-sound' }
  if (a.words.length > 1 && sameWords(a, b)) return { weight: 0.85, reason: 'same-name' }
  return shortened(a, b) ?? misspelt(a, b) ?? misspeltBehind(a, b)
}

function sameWords(a: Name, b: Name): boolean {
  return a.words.toSorted().join(' ') === b.words.toSorted().join(' ')
}

/** 宏達 for 宏達國際貿易; 宏達貿易 and 宏達科技 are two. */
function shortened(a: Name, b: Name): Evidence | null {
  const [short, long] = a.core.length <= b.core.length ? [a, b] : [b, a]
  const isOneBrand = short.brand === long.brand
  const isPart = isOneBrand && long.trade.includes(short.trade)
  if (isPart) return { weight: short.brand.length > 2 ? 0.78 : 0.72, reason: 'shorter-name' }
  const soundsLike = short.brandSound === long.brandSound && long.trade.includes(short.trade)
  if (soundsLike) return { weight: 0.6, reason: 'shorter-name' }
  return isOneBrand && a.trade !== '' ? { weight: 0.42, reason: 'similar-name' } : null
}

/** One slip in a long name is a slip; in a short one it makes another name. */
function misspelt(a: Name, b: Name): Evidence | null {
  if (a.trade !== b.trade && a.brand !== b.brand) return null
  const length = Math.max(a.brand.length, b.brand.length)
  const isHan = han.test(a.brand) && han.test(b.brand)
  const [few, weights] = isHan ? hanSlips(length) : latinSlips(length)
  const edits = editsBetween(a.brand, b.brand, few)
  const weight = weights[edits - 1]
  return weight === undefined ? null : { weight, reason: 'similar-name' }
}

/** 宏達機戒設備: the slip is in what the company does, the name itself is right. */
function misspeltBehind(a: Name, b: Name): Evidence | null {
  const isLong = Math.min(a.core.length, b.core.length) >= fewestForBehind
  if (!isLong || a.core.slice(0, nameItself) !== b.core.slice(0, nameItself)) return null
  if (a.trade !== '' && b.trade !== '' && a.brand === b.brand) return null
  return editsBetween(a.core, b.core, 1) === 1 ? { weight: 0.72, reason: 'similar-name' } : null
}

function hanSlips(length: number): [few: number, weights: number[]] {
  if (length >= 6) return [1, [0.76]]
  if (length === 5) return [1, [0.74]]
  return length === 4 ? [1, [0.71]] : [1, length === 3 ? [0.42] : []]
}

function latinSlips(length: number): [few: number, weights: number[]] {
  if (length >= 16) return [2, [0.82, 0.72]]
  if (length >= 12) return [1, [0.78]]
  if (length >= 7) return [1, [0.72]]
  return length >= 5 ? [1, [0.5]] : [1, []]
}

/** Many persons have one name, and one firm's name stands in many towns. */
function trust(a: Name, b: Name, reason: Reason): number {
  if (a.kind === 'item') return reason === 'same-name' ? 0.75 : 0.55
  if (isPersonal(a) && isPersonal(b)) return reason === 'same-name' ? 0.72 : 0.55
  return areElsewhere(a.places, b.places) ? 0.55 : 1
}

function isPersonal({ kind, core, brand, hasForm, places }: Name): boolean {
  if (kind === 'person') return true
  const isBare = !hasForm && places.length === 0 && core === brand
  return isBare && han.test(core) && core.length <= longestPersonName
}
