/** Where a telephone number of China, Taiwan or Hong Kong is from, as its first digits say. */
import tables from './phone-places.json' with { type: 'json' }

export interface PhonePlace {
  /** ISO 3166 code. */
  readonly country: 'CN' | 'TW' | 'HK' | 'MO'
  /** Towns of the area code, in the letters of the country; of mobile numbers it is not known. */
  readonly towns: string | null
  readonly isMobile: boolean
}

const countries = { '86': 'CN', '886': 'TW', '852': 'HK', '853': 'MO' } as const
/** How mobile numbers begin behind the country's code. */
const mobile = { CN: /^1[3-9]/u, TW: /^9/u, HK: /^[4-9]/u, MO: /^6/u } as const

/** @param stored as phone fields keep it, `+886212345678;ext=12`; null for other countries */
export function phonePlace(stored: string): PhonePlace | null {
  const [, code, number = ''] = /^\+(86|886|852|853)(\d+)/u.exec(stored) ?? []
  if (code === undefined) return null
  const country = countries[code as keyof typeof countries]
  const isMobile = mobile[country].test(number)
  const towns = isMobile || !(country in tables) ? null : townsOf(country as 'CN' | 'TW', number)
  return { country, towns, isMobile }
}

function townsOf(country: 'CN' | 'TW', number: string): string | null {
  const codes: Readonly<Record<string, string>> = tables[country]
  for (const length of [3, 2, 1]) {
    const towns = codes[number.slice(0, length)]
    if (towns !== undefined) return towns
  }
  return null
}
