/** Pairs of records that are known to be the same or not, made of real names in known ways. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Converter } from 'opencc-js/cn2t'
import type { Values } from '../../entity/parse-draft.ts'
import { nameCore } from '../name-core.ts'
import { soundOf } from '../sound.ts'

export interface Labelled {
  /** What was done to the one to get the other. */
  way: string
  isSame: boolean
  one: Values
  other: Values
}

const input = join(import.meta.dirname, '..', '..', '..', '..', 'test', 'input')
const traditional = Converter({ from: 'cn', to: 'tw' })
const forms = /(?:股份)?有限(?:责任)?公司$|商行$|店$/u

/** Chinese firms as registered (Apache-2.0), and the customers of Northwind. */
export function firmNames(): { han: string[]; latin: string[] } {
  const column = (file: string, nth: number) =>
    readFileSync(join(input, file), 'utf8')
      .split(/\r?\n/u)
      .slice(1)
      .flatMap((line) => line.match(/("[^"]*"|[^,]*)/gu)?.filter((cell) => cell)[nth] ?? [])
      .map((cell) => cell.replaceAll('"', ''))
  return {
    han: [...new Set(column('messy/encodings/customers_utf8.csv', 0))],
    latin: [...new Set(column('northwind/customers.csv', 1))],
  }
}

/** The same each time: what is chosen follows from the place in the list. */
export function labelledPairs(): Labelled[] {
  const { han, latin } = firmNames()
  const homophones = bySound(han)
  const all = [...new Set(han.join(''))]
  return [
    ...han.flatMap((name, at) => [
      ...sameHan(name, at, homophones, all),
      ...differentHan(name, at, han, all),
    ]),
    ...latin.flatMap((name, at) => [...sameLatin(name, at), ...differentLatin(name, at, latin)]),
  ]
}

const phoneOf = (at: number) => `+8613${String(8_000_000_00 + at * 7919).padStart(9, '0')}`

function pair(way: string, isSame: boolean, one: string | Values, other: string | Values) {
  const valuesOf = (given: string | Values) => (typeof given === 'string' ? { name: given } : given)
  return { way, isSame, one: valuesOf(one), other: valuesOf(other) }
}

function sameHan(
  name: string,
  at: number,
  homophones: ReadonlyMap<string, readonly string[]>,
  all: readonly string[],
): Labelled[] {
  const { places, core, brand } = nameCore(name)
  const found = [pair('other script', true, name, traditional(name))]
  const bare = name.replace(forms, '')
  if (bare !== name && bare.length > 3) found.push(pair('no legal form', true, name, bare))
  if (places.length > 0 && brand.length > 1) found.push(pair('no place', true, name, core))
  const sounding = soundAlike(name, name.indexOf(brand), homophones, at)
  if (sounding) found.push(pair('homophone in the name', true, name, sounding))
  found.push(...slips(name, at, all))
  const phone = phoneOf(at)
  found.push(
    pair('short name, same phone', true, { name, phone }, { name: brand, phone }),
    pair('another name, same phone', true, { name, phone }, { name: `${brand.at(0)}先生`, phone }),
  )
  return found
}

/** One slip anywhere behind the place: a letter exchanged, left out, or swapped with the next. */
function slips(name: string, at: number, all: readonly string[]): Labelled[] {
  const { core } = nameCore(name)
  const start = name.indexOf(core.slice(0, 2))
  if (start < 0 || core.length < 4) return []
  const spot = start + (at % core.length)
  const letters = Array.from(name)
  const wrong = all[(at * 31) % all.length] ?? '某'
  const next = letters[spot + 1] ?? ''
  const swapped = letters.toSpliced(spot, 2, next, letters[spot] ?? '').join('')
  return [
    pair('one letter wrong', true, name, letters.toSpliced(spot, 1, wrong).join('')),
    pair('one letter left out', true, name, letters.toSpliced(spot, 1).join('')),
    ...(swapped === name ? [] : [pair('two letters swapped', true, name, swapped)]),
  ]
}

/** Names in the same list that share place, trade and form, and what is near and yet another. */
function differentHan(
  name: string,
  at: number,
  han: readonly string[],
  all: readonly string[],
): Labelled[] {
  const { brand, core, trade, places } = nameCore(name)
  const neighbours = [han[at + 1], han[(at * 37 + 11) % han.length]]
  const start = name.indexOf(brand)
  const found = neighbours.flatMap((other) =>
    other && nameCore(other).core !== core ? pair('neighbour in the list', false, name, other) : [],
  )
  const another = all[(at * 17 + 5) % all.length] ?? '某'
  const renamed = `${another}${brand.slice(1)}`
  if (start >= 0 && brand.length === 2 && soundOf(renamed) !== soundOf(brand))
    found.push(
      pair('one letter of a short name', false, name, name.replace(brand, renamed)),
      pair('the same trade, another name', false, name, name.replace(brand, `${another}元`)),
    )
  const [place] = places
  if (place && trade !== '') {
    const elsewhere = ['云南', '昆明'].includes(place) ? '大连' : '昆明'
    found.push(
      pair('another city', false, name, name.replace(place, elsewhere)),
      pair('another trade', false, name, name.replace(trade, trade === '餐饮' ? '物流' : '餐饮')),
    )
  }
  const taxed = { name, taxId: String(10_000_000 + at) }
  found.push(pair('another tax number', false, taxed, { name, taxId: String(20_000_000 + at) }))
  return found
}

function sameLatin(name: string, at: number): Labelled[] {
  const spot = 1 + (at % (name.length - 2))
  const words = name.split(' ')
  return [
    pair('capitals and form', true, name, `${name.toUpperCase()}, Ltd.`),
    pair('one letter left out', true, name, name.slice(0, spot) + name.slice(spot + 1)),
    ...(words.length > 1
      ? [pair('words in another order', true, name, [...words.slice(1), words[0]].join(' '))]
      : []),
  ]
}

function differentLatin(name: string, at: number, latin: readonly string[]): Labelled[] {
  const other = latin[(at + 1) % latin.length]
  const [first = ''] = name.split(' ')
  return [
    ...(other ? [pair('neighbour in the list', false, name, other)] : []),
    ...(name.includes(' ') ? [pair('first word alike', false, name, `${first} Partners`)] : []),
  ]
}

function bySound(names: readonly string[]): Map<string, string[]> {
  const letters = [...new Set(names.join(''))].filter((one) => /\p{Script=Han}/u.test(one))
  return Map.groupBy(letters, soundOf)
}

function soundAlike(
  name: string,
  spot: number,
  homophones: ReadonlyMap<string, readonly string[]>,
  at: number,
): string | null {
  const letter = name.charAt(spot)
  const others = (homophones.get(soundOf(letter)) ?? []).filter((one) => one !== letter)
  const other = others[at % others.length]
  if (spot < 0 || other === undefined) return null
  return name.slice(0, spot) + other + name.slice(spot + 1)
}
