/** Countries as people write them → ISO 3166 codes. */
import { COUNTRY_CODES } from '../text/country.ts'

const locales = ['en', 'zh-Hant', 'zh-Hans']
const usual: Record<string, string> = {
  uk: 'GB',
  usa: 'US',
  england: 'GB',
  台灣: 'TW',
  台湾: 'TW',
  大陸: 'CN',
  大陆: 'CN',
  中國: 'CN',
}
let known: Map<string, string> | null = null

/** 'Germany', '德國', 'de' → 'DE'; null when nobody knows. */
export function countryCode(text: string): string | null {
  known ??= allNames()
  return known.get(text.trim().toLowerCase()) ?? null
}

function allNames(): Map<string, string> {
  const names = new Map(Object.entries(usual))
  const speakers = locales.map(
    (locale) => new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }),
  )
  // Intl also names codes of old (FX is France too), which are no countries.
  for (const code of COUNTRY_CODES) {
    names.set(code.toLowerCase(), code)
    for (const speaker of speakers) names.set((speaker.of(code) ?? code).toLowerCase(), code)
  }
  return names
}
