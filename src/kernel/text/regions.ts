/** Regions, cities and districts of China, Taiwan and Hong Kong, by how people write them. */
import tables from './regions.json' with { type: 'json' }

export interface Region {
  readonly name: string
  readonly level: 'region' | 'city' | 'district'
  readonly country: 'CN' | 'TW' | 'HK'
  readonly within: Region | null
  /** Taiwan: the first three digits, which each district has for itself. */
  readonly postalCode?: string
}

export interface Spelling {
  readonly region: Region
  /** Without the word that says what it is: 深圳 for 深圳市. */
  readonly isShort: boolean
}

const pairs: [string, string][] = tables.folds.split(' ').map((pair) => {
  const [from = '', to = ''] = pair
  return [from, to]
})
const simple: ReadonlyMap<string, string> = new Map(pairs)
const traditional: ReadonlyMap<string, string> = new Map(pairs.map(([from, to]) => [to, from]))

/** The letters of these names in one script, each in its place. */
export function foldedName(text: string): string {
  return [...text].map((letter) => simple.get(letter) ?? letter).join('')
}

/** A name of the table as it is written with traditional letters. */
export function traditionalName(name: string): string {
  return [...name].map((letter) => traditional.get(letter) ?? letter).join('')
}

let known: ReadonlyMap<string, readonly Spelling[]> | undefined

/** Longer is none of the names. */
export const longestSpelling = 15

/** What a folded spelling may mean. Read when the first address is: many starts need none. */
export function spellingsOf(folded: string): readonly Spelling[] {
  known ??= allSpellings()
  return known.get(folded) ?? []
}

function allSpellings(): Map<string, Spelling[]> {
  const all = new Map<string, Spelling[]>()
  const add = (region: Region, ...forms: string[]) => {
    for (const [index, form] of forms.entries()) {
      const folded = foldedName(form)
      const before = all.get(folded) ?? []
      if (before.some((each) => each.region === region)) continue
      all.set(folded, [...before, { region, isShort: index > 0 }])
    }
  }
  addMainland(add)
  addTaiwan(add)
  addHongKong(add)
  return all
}

type Add = (region: Region, ...forms: string[]) => void

const peoples =
  '(?:(?:朝鲜|土家|蒙古|柯尔克孜|哈萨克|哈尼|傈僳|景颇|布依|维吾尔|锡伯|撒拉|东乡|保安|裕固|达斡尔|鄂温克|鄂伦春|' +
  '仫佬|毛南|拉祜|布朗|各族|[回壮藏羌彝苗侗傣白满黎畲瑶水佤怒])族?)*'
const endings: Readonly<Record<Region['level'], RegExp>> = {
  // Of 內蒙古 the people is part of the name.
  region: /(?:省|市|(?:壮族|回族|维吾尔)?自治区)$/u,
  city: new RegExp(`(?:市|地区|盟|${peoples}自治州)$`, 'u'),
  district: new RegExp(`(?:新区|区|市|${peoples}自治县|县|${peoples}自治旗|旗|镇)$`, 'u'),
}

/** 深圳 of 深圳市; a single letter is no name. */
function shortOf({ name, level }: Region): string[] {
  const short = name.replace(endings[level], '')
  return short.length >= 2 && short !== name ? [short] : []
}

function addMainland(add: Add): void {
  for (const [name, cities] of Object.entries(tables.cn)) {
    const region: Region = { name, level: 'region', country: 'CN', within: null }
    add(region, name, ...shortOf(region))
    for (const [cityName, districts] of Object.entries(cities)) {
      const city: Region = { name: cityName, level: 'city', country: 'CN', within: region }
      if (cityName !== '') add(city, cityName, ...shortOf(city))
      for (const one of districts.split(' ').filter(Boolean)) {
        const within = cityName === '' ? region : city
        const district: Region = { name: one, level: 'district', country: 'CN', within }
        add(district, one, ...shortOf(district))
      }
    }
  }
}

/** Counties that became cities in 2010 and 2014; their towns became districts. */
const former: Readonly<Record<string, string>> = {
  新北市: '臺北縣',
  桃園市: '桃園縣',
  臺中市: '臺中縣',
  臺南市: '臺南縣',
  高雄市: '高雄縣',
}

function addTaiwan(add: Add): void {
  for (const [name, districts] of Object.entries(tables.tw)) {
    const city: Region = { name, level: 'city', country: 'TW', within: null }
    const before = former[name]
    add(city, name, name.slice(0, -1))
    if (before) add(city, before, before.slice(0, -1))
    for (const coded of districts.split(' ')) {
      const [district, stem] = [coded.slice(0, -3), coded.slice(0, -4)]
      const region: Region = {
        name: district,
        level: 'district',
        country: 'TW',
        within: city,
        postalCode: coded.slice(-3),
      }
      const short = stem.length >= 2 ? [stem] : []
      const towns = before && stem.length >= 2 ? ['市', '鎮', '鄉'].map((end) => stem + end) : []
      add(region, district, ...short, ...towns)
    }
  }
}

function addHongKong(add: Add): void {
  for (const [name, quarters] of Object.entries(tables.hk)) {
    const region: Region = { name, level: 'region', country: 'HK', within: null }
    add(region, name, ...(name === '香港島' ? ['港島'] : []))
    for (const quarter of quarters.split(' '))
      add({ name: quarter, level: 'district', country: 'HK', within: region }, quarter)
  }
}
