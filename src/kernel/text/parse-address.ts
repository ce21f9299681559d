/** An address in Chinese letters that was written on one line, taken apart. */
import type { Address } from './address.ts'
import {
  foldedName,
  longestSpelling,
  spellingsOf,
  traditionalName,
  type Region,
  type Spelling,
} from './regions.ts'

const label =
  /^(?:(?:收[貨货件]|寄件|送[貨货]|公司|聯絡|联系|詳細|详细|通[訊讯])?地址|住址)\s*[:]\s*/u
const codeFirst = /^[[(]?(\d{3}(?:-?\d{2,3})?)[\])]?\s*(?=\p{Script=Han})/u
const codeLast =
  /(?:(?:郵遞區號|邮递区号|邮政编码|郵政編碼|邮编|郵編)\s*[:]?\s*|\s|,)\(?(\d{6}|\d{5}|\d{3})\)?$/u
const gap = /^[\s,、;|/·.-]+/u

/** How the country is named before an address, and which it is. */
const countries: readonly [RegExp, string][] = [
  [/^(?:中[華华]民[國国])?(?:[臺台][灣湾])(?:省|地[區区])?(?=[\s,]|.{2})/u, 'TW'],
  [/^中[華华]民[國国]/u, 'TW'],
  [/^(?:中[國国])?香港(?:特[別别]行政[區区]|特[區区])?(?![島岛仔])/u, 'HK'],
  [/^(?:中[國国])?澳[門门](?:特[別别]行政[區区]|特[區区])?/u, 'MO'],
  [/^(?:中[華华]人民共和[國国]|中[國国](?:大[陸陆])?)/u, 'CN'],
]

/**
 * Region, city, district, street and postal code of one line such as
 * `110臺北市信義區信義路五段7號`. Names are completed (深圳 → 深圳市) and what lies between is filled
 * in (昆山市 → 江蘇省 蘇州市); what could be in several places is left open.
 * @param home the country that a name of several countries is taken to be in
 * @returns null where no such place begins the line: it is kept as it was written
 */
export function parseAddress(line: string, home = ''): Address | null {
  const plain = levelled(line).replace(label, '')
  if (!/\p{Script=Han}/u.test(plain)) return null
  const { rest: uncoded, code } = withoutCode(plain)
  const { rest, country } = withoutCountry(uncoded)
  const found = bestPath(rest, country ?? home, country)
  if (!found && !country) return null
  const street = tidy(rest.slice(found?.end ?? 0))
  const parts = found ? partsOf(found, foldedName(plain) !== plain) : {}
  const postalCode = code ?? (found?.open ? undefined : found?.region?.postalCode)
  return {
    country: found?.country ?? country ?? home,
    ...parts,
    ...(street === '' ? {} : { street }),
    ...(postalCode === undefined ? {} : { postalCode }),
  }
}

/** Wide figures and letters as narrow ones; brackets stay as they were written. */
function levelled(line: string): string {
  const narrow = line.replaceAll(
    /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff03\uff1a\uff0c\uff0d]/gu,
    (wide) => wide.normalize('NFKC'),
  )
  return narrow.replaceAll(/[\s\u3000]+/gu, ' ').trim()
}

function withoutCode(text: string): { rest: string; code?: string } {
  const first = codeFirst.exec(text)
  if (first?.[1]) return { rest: text.slice(first[0].length), code: first[1].replace('-', '') }
  const last = codeLast.exec(text)
  if (last?.[1]) return { rest: text.slice(0, last.index), code: last[1] }
  return { rest: text }
}

function withoutCountry(text: string): { rest: string; country: string | null } {
  for (const [named, country] of countries) {
    const [match] = named.exec(text) ?? []
    if (match === undefined) continue
    const rest = text.slice(match.length).replace(gap, '')
    const { rest: uncoded } = withoutCode(rest)
    // 中國香港 is told by the longer form; of 中國廣東省 the rest is on its own.
    if (rest !== '') return { rest: uncoded, country }
  }
  return { rest: text, country: null }
}

type Names = Partial<Record<Region['level'], string>>

interface Path {
  region: Region
  country: string
  /** As they were written, completed. */
  names: Names
  /** Where the street begins. */
  end: number
  /** How many of the names were written out. */
  full: number
  levels: number
  /** There are several of the name: its own name is all that is known. */
  open?: boolean
}

function bestPath(text: string, home: string, said: string | null): Path | null {
  const paths = pathsFrom({ text, folded: foldedName(text) }, 0, null).filter(
    ({ country }) => said === null || country === said,
  )
  const rank = (path: Path) => path.end * 100 + path.full * 10 + path.levels
  const most = Math.max(...paths.map(rank))
  const best = paths.filter((path) => rank(path) === most)
  const near = best.filter(({ country }) => country === home)
  const [first, second] = near.length > 0 ? near : best
  if (!first) return null
  return second && second.region !== first.region ? openPath(first, second) : first
}

/** Of 海南 the province is meant rather than the prefecture; of two districts none is known. */
function openPath(first: Path, second: Path): Path | null {
  if (first.region.level !== second.region.level) return isAbove(first, second) ? first : second
  if (first.region.name !== second.region.name) return null
  const [within, other] = [first, second].map(({ region }) => topOf(region))
  const shared = within && within === other && within !== first.region ? within : null
  return { ...first, open: true, region: { ...first.region, within: shared } }
}

function topOf(region: Region): Region {
  return region.within ? topOf(region.within) : region
}

const levels: readonly Region['level'][] = ['region', 'city', 'district']

function isAbove(one: Path, other: Path): boolean {
  return levels.indexOf(one.region.level) < levels.indexOf(other.region.level)
}

interface Line {
  text: string
  /** The same letters in one script. */
  folded: string
}

function pathsFrom(line: Line, start: number, above: Path | null): Path[] {
  const text = line.folded
  const at = start + (gap.exec(text.slice(start))?.[0].length ?? 0)
  const paths: Path[] = []
  for (let length = Math.min(longestSpelling, text.length - at); length >= 2; length--) {
    const written = text.slice(at, at + length)
    const end = at + length
    for (const spelling of spellingsOf(written)) {
      if (!isMeant(spelling, text.slice(end), above)) continue
      const path: Path = {
        region: spelling.region,
        country: spelling.region.country,
        names: { ...above?.names, ...nameOf(spelling, line.text.slice(at, end)) },
        end: afterRepeats(text, end, spelling.region),
        full: (above?.full ?? 0) + (spelling.isShort ? 0 : 1),
        levels: (above?.levels ?? 0) + 1,
      }
      paths.push(path, ...pathsFrom(line, path.end, path))
    }
  }
  return paths
}

/** Letters of the mainland's names stay as they were written; the others have one right form. */
function nameOf({ region: { name, level, country }, isShort }: Spelling, written: string): Names {
  if (country !== 'CN') return {}
  const rest = name.slice(written.length)
  return {
    [level]: isShort ? written + (isWritten(written) ? traditionalName(rest) : rest) : written,
  }
}

function isWritten(traditional: string): boolean {
  return foldedName(traditional) !== traditional
}

/** 南京東路 is a road, not the city; 中山 alone may be anything. */
const road =
  /^[东西南北中前后新环]?[一二三四五六七八九十]?(?:路|街|大道|道|巷|弄|段|村|里|桥|花园|广场|大厦|工业|国际)/u

/** 路橋區 and 道里區 are no roads. */
const district = /^.{2,3}[区县]/u

function isMeant({ region, isShort }: Spelling, rest: string, above: Path | null): boolean {
  if (above) {
    if (!isBelow(region, above.region)) return false
  } else if (region.level === 'district' && region.country !== 'HK' && isShort) return false
  return !(isShort || region.country === 'HK') || district.test(rest) || !road.test(rest)
}

function isBelow(region: Region, above: Region): boolean {
  for (let each = region.within; each; each = each.within) if (each === above) return true
  return false
}

/** 北京市北京市, 上海市市辖区: said twice, or a word that is no place. */
function afterRepeats(text: string, end: number, { name, level }: Region): number {
  if (level === 'district') return end
  const rest = text.slice(end)
  const skipped = gap.exec(rest)?.[0].length ?? 0
  for (const again of [foldedName(name), '市辖区', '省直辖县级行政区划', '自治区直辖县级行政区划'])
    if (rest.startsWith(again, skipped)) return end + skipped + again.length
  return end
}

function partsOf({ region, names, open }: Path, isTraditional: boolean): Address {
  const parts: Names = {}
  for (let each: Region | null = region; each; each = each.within)
    parts[each.level] =
      names[each.level] ??
      (isTraditional && each.country === 'CN' ? traditionalName(each.name) : each.name)
  const { region: province, city, district } = parts
  if (region.country !== 'CN' || open || city !== undefined || province === undefined) return parts
  // 北京市 is its own city; a town that belongs to the province directly is one.
  if (province.endsWith('市')) return { ...parts, city: province }
  return district === undefined ? parts : { region: province, city: district }
}

/** Spaces that stand between Chinese letters and figures say nothing. */
function tidy(street: string): string {
  return street
    .replace(gap, '')
    .replaceAll(/(?<=\p{Script=Han}) (?=[\p{Script=Han}\d])|(?<=\d) (?=\p{Script=Han})/gu, '')
    .replace(/[\s,;、。]+$/u, '')
}
