/** Brings names of columns and fields into one form, and says how alike two names are. */
import { fold, withoutMarks } from '#kernel/text/fold.ts'
import { foldScript } from '#kernel/text/script.ts'

export interface Name {
  /** Words one after the other without anything between, in lower case and Simplified script. */
  key: string
  words: string[]
}

/**
 * `companyName`, `Company name`, `COMPANY_NAME`, `*公司名稱（必填）` and `公司名称` come down to two
 * names. What stands in brackets is a remark, unless it is all there is.
 */
export function nameOf(text: string): Name {
  const plain = text.normalize('NFKC')
  const bare = plain.replaceAll(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/gu, ' ')
  const spaced = (/[\p{L}\d]/u.test(bare) ? bare : plain)
    .replaceAll(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, ' ')
    .replaceAll(/(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
    .replaceAll(/(?<=\p{Script=Han})(?=[A-Za-z\d])|(?<=[A-Za-z\d])(?=\p{Script=Han})/gu, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
  const words = withoutMarks(foldScript(fold(spaced)))
    .split(' ')
    .filter(Boolean)
  return { key: words.join(''), words }
}

/** How alike two names are, 0 to 1: shared words, one ending on the other, slips of the pen. */
export function likeness(a: Name, b: Name): number {
  if (a.key === '' || b.key === '') return 0
  if (a.key === b.key) return 1
  return Math.max(sharedWords(a, b), sharedEnd(a, b), slipOfThePen(a.key, b.key))
}

/**
 * The last word is what a thing is (`home phone` is a phone), the first ones say which: where each
 * name says which in words of its own, they are two things, `contact name` and `short name`.
 */
function sharedWords(a: Name, b: Name): number {
  const shared = a.words.filter((word) => b.words.some((other) => isSameWord(word, other))).length
  if (shared === 0) return 0
  const share = (2 * shared) / (a.words.length + b.words.length)
  if (shared < a.words.length && shared < b.words.length) return share * 0.6
  const sameHead = isSameWord(a.words.at(-1) ?? '', b.words.at(-1) ?? '')
  return Math.min(0.9, share * 0.8 + (sameHead ? 0.1 : 0))
}

function isSameWord(a: string, b: string): boolean {
  return a === b || a === `${b}s` || b === `${a}s`
}

/** Chinese has no spaces: 客户名称 is a 名称, 联系电话 a 电话; `customername` is a `name`. */
function sharedEnd(a: Name, b: Name): number {
  const [short, long] = a.key.length < b.key.length ? [a.key, b.key] : [b.key, a.key]
  const isHan = /^\p{Script=Han}+$/u.test(short)
  if (short.length < (isHan ? 2 : 4)) return 0
  const share = short.length / long.length
  if (long.endsWith(short)) return isHan ? 0.5 + share * 0.4 : 0.4 + share * 0.4
  return isHan && long.startsWith(short) ? 0.3 + share * 0.5 : 0
}

function slipOfThePen(a: string, b: string): number {
  const longest = Math.max(a.length, b.length)
  if (longest < 5) return 0
  const same = 1 - distance(a, b) / longest
  return same >= 0.8 ? same * 0.9 : 0
}

/** Letters to put in, take out or change to come from one word to the other (Levenshtein). */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 3) return Math.max(a.length, b.length)
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 0; row < a.length; row += 1) {
    const line = [row + 1]
    for (let at = 1; at <= b.length; at += 1) {
      const change = (above[at - 1] ?? 0) + (a[row] === b[at - 1] ? 0 : 1)
      line.push(Math.min(change, (above[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1))
    }
    above = line
  }
  return above.at(-1) ?? 0
}
