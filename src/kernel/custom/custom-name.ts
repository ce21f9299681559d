/** The name under which a field that a company added is kept, filtered and exported. */
import { pinyin } from 'pinyin-pro'
import { toSimplified } from '../text/script.ts'

const longest = 40

/** Declared fields never begin so: an x and a capital. */
export function isCustomName(name: string): boolean {
  return /^x[A-Z0-9][A-Za-z0-9]{0,59}$/u.test(name)
}

/**
 * 'Hall number' → 'xHallNumber', '展館編號' → 'xZhanGuanBianHao', '★' → 'xField'.
 * @param taken names that other fields of the entity have; a number makes it another
 */
export function customName(label: string, taken: readonly string[]): string {
  const spoken = pinyin(toSimplified(label), { toneType: 'none', nonZh: 'consecutive', v: true })
  const words = spoken.normalize('NFKD').match(/[A-Za-z0-9]+/gu) ?? ['field']
  const capital = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  const name = `x${capital}`.slice(0, longest)
  let free = name
  for (let count = 2; taken.includes(free); count += 1) free = `${name}${count}`
  return free
}
