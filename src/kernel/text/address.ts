/** Postal addresses in parts, and how each is written on one line. */

export interface Address {
  /** ISO 3166 code of two letters. */
  readonly country?: string
  /** Province, state, or a city of province rank. */
  readonly region?: string
  readonly city?: string
  readonly district?: string
  /** Street, number, floor; in one line. */
  readonly street?: string
  readonly postalCode?: string
  /** Degrees, north and east positive. */
  readonly lat?: number
  readonly lng?: number
}

export interface AddressFormat {
  /** Letters that stay in this country do not name it. */
  readonly home?: string
}

/** Countries that write the postal code before the town. */
const CODE_FIRST = new Set(
  (
    'AT BE BG BR CH CZ DE DK EE ES FI FR GR HR HU IL IS IT LI LT LU LV MC MX NL NO PL PT RO RS ' +
    'SE SI SK TR'
  ).split(' '),
)

/**
 * On one line. An address in Chinese characters goes from large to small without commas, whoever
 * reads it: `110 臺北市信義區信義路五段7號`, with the country only when it is not `home`. Any other
 * goes from small to large in the way of its country and names it, unless it is `home`:
 * `Obere Str. 57, 12209 Berlin, Germany`.
 */
export function formatAddress(
  address: Address,
  locale: string,
  format: AddressFormat = {},
): string {
  const { country } = address
  const chinese = isHan([address.region, address.city, address.district, address.street].join(''))
  const silent = country === format.home || (chinese && format.home === undefined)
  const name = country === undefined || silent ? '' : countryName(country, locale)
  return chinese ? largeToSmall(address, name) : smallToLarge(address, name)
}

/** What a filter looks into: large to small as one piece, and the town behind its postal code. */
export function addressText(address: Address): string {
  const { region = '', city = '', district = '', street = '', postalCode = '' } = address
  return `${region}${city}${district}${street} ${postalCode} ${city}`
}

/** The country's name in the language; the code itself when it is none. */
export function countryName(code: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
}

function largeToSmall(address: Address, country: string): string {
  const { region = '', city = '', district = '', street = '', postalCode = '' } = address
  let line = country
  for (const part of [region, city, district, street]) line = appended(line, part)
  return [postalCode, line].filter((part) => part !== '').join(' ')
}

/** A list often has the whole address in the street, or the city (北京市) as its own province. */
function appended(line: string, part: string): string {
  if (part === '' || line.endsWith(part)) return line
  if (line !== '' && part.startsWith(line)) return part
  const touching = /\w$/.test(line) && /^\w/.test(part)
  return touching ? `${line} ${part}` : line + part
}

function smallToLarge(address: Address, name: string): string {
  const { country = '', region = '', city = '', postalCode = '' } = address
  const town = CODE_FIRST.has(country)
    ? [words(postalCode, city), region]
    : [city, words(region, postalCode)]
  const parts = [address.street ?? '', address.district ?? '', ...town, name]
  return parts.filter((part) => part !== '').join(', ')
}

function words(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}
