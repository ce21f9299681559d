/** Countries as people write them → ISO 3166 codes. */
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
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const speakers = locales.map(
    (locale) => new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }),
  )
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    for (const speaker of speakers) {
      const label = speaker.of(code)
      if (!label) continue
      names.set(code.toLowerCase(), code)
      names.set(label.toLowerCase(), code)
    }
  }
  return names
}
