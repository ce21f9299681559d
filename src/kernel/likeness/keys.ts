/** The keys under which a record is kept: records that may be the same have one in common. */
import { withOneOut } from './edits.ts'
import type { Features, Name } from './features.ts'

const longest = 40
/** So many letters of a name are looked at for slips. */
const slipsIn = 8
const fewestForSlips = 4
/** Of a long name the beginning is a key too: the slip may be behind it. */
const fewestForBeginning = 5
const beginningKept = 3
const wordsKept = 3
const shortestWord = 4

/** Beginnings of keys that many different names share; see nameKeys. */
export const weakKeys = ['b', 'd', 'h', 'w'] as const

/** Each says by its first letter what it is of; common ones are left out where they are used. */
export function keysOf(features: Features): string[] {
  const keys = [
    ...features.names.flatMap((name) => nameKeys(name, features)),
    ...features.phones.map((phone) => `p:${phone}`),
    ...features.emails.map((email) => `e:${email}`),
    ...features.numbers.map((number) => `t:${number}`),
    ...features.codes.map((code) => `k:${code}`),
  ]
  return [...new Set(keys.map((key) => key.slice(0, longest)))]
}

/** The rarer ones stand beside the common ones, for names that very many have. */
function nameKeys(name: Name, { within, specs }: Features): string[] {
  const { core, brand, sound, brandSound, words, places } = name
  const long = words.filter((word) => word.length >= shortestWord)
  const rarest = long.toSorted((a, b) => b.length - a.length).slice(0, wordsKept)
  return [
    `s:${sound}`,
    ...(sound === core ? [] : [`c:${core}`]),
    ...places.map((place) => `f:${place}${core}`),
    `b:${brandSound}`,
    ...slipsOf(brand).map((rest) => `d:${rest}`),
    ...(isHan(core) && core.length >= fewestForBeginning
      ? [`h:${core.slice(0, beginningKept)}`]
      : []),
    ...(words.length > 1 ? rarest.map((word) => `w:${word}`) : []),
    ...within.map((record) => `i:${core.slice(0, 3)}${record.replaceAll('-', '')}`),
    ...specs.map((spec) => `x:${core.slice(0, 12)}/${spec}`),
  ]
}

function isHan(core: string): boolean {
  return /^\p{Script=Han}/u.test(core)
}

/** In a shorter name each slip makes another name; it may be what is left of a longer one. */
function slipsOf(brand: string): string[] {
  const beginning = Array.from(brand).slice(0, slipsIn).join('')
  if (beginning.length >= fewestForSlips) return withOneOut(beginning)
  return beginning.length === fewestForSlips - 1 ? [beginning] : []
}
