/** Countries, time zones, and what a country usually means for currency and clock. */

export interface Home {
  country: string
  currency?: string
  timeZone?: string
}

/** Where our first users keep their books; other countries leave the choice as it was. */
const homes: readonly Home[] = [
  { country: 'TW', currency: 'TWD', timeZone: 'Asia/Taipei' },
  { country: 'CN', currency: 'CNY', timeZone: 'Asia/Shanghai' },
  { country: 'HK', currency: 'HKD', timeZone: 'Asia/Hong_Kong' },
  { country: 'MO', currency: 'MOP', timeZone: 'Asia/Macau' },
  { country: 'SG', currency: 'SGD', timeZone: 'Asia/Singapore' },
  { country: 'MY', currency: 'MYR', timeZone: 'Asia/Kuala_Lumpur' },
  { country: 'JP', currency: 'JPY', timeZone: 'Asia/Tokyo' },
  { country: 'US', currency: 'USD', timeZone: 'America/New_York' },
]

export function homeOf(country: string): Home {
  return homes.find((home) => home.country === country) ?? { country }
}

export function timeZones(): string[] {
  return Intl.supportedValuesOf('timeZone')
}

const codes = (
  'TW CN HK MO SG MY JP KR TH VN ID PH IN AU NZ US CA GB IE DE FR NL BE LU CH AT IT ES PT SE NO ' +
  'DK FI PL CZ HU GR TR AE SA IL ZA EG MX BR AR CL CO'
).split(' ')

export function countryNames(locale: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  return codes.map((code) => ({ code, name: names.of(code) ?? code }))
}
